package org.cyberspaceid.document.fuzz;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a run of the fuzzer did. */
final class Tally {
    private static final String SLOWEST = "slowest";
    private static final String LARGEST = "largest";

    private final Map<String, Long> labels = new TreeMap<>();
    private long nanos = -1;
    private long bytes = -1;
    private byte[] slowest = new byte[0];
    private byte[] largest = new byte[0];

    void add(byte[] input, Probe.Result result) {
        labels.merge(result.label(), 1L, Long::sum);
        if (result.nanos() > nanos) {
            nanos = result.nanos();
            slowest = input.clone();
        }
        if (result.bytes() > bytes) {
            bytes = result.bytes();
            largest = input.clone();
        }
    }

    void write(Path folder) {
        Properties all = new Properties();
        labels.forEach((label, count) -> all.setProperty("label." + label, Long.toString(count)));
        all.setProperty(LARGEST, Long.toString(bytes));
        try (Writer out = Files.newBufferedWriter(folder.resolve("tally.properties"))) {
            all.store(out, null);
            Files.write(folder.resolve(SLOWEST), slowest);
            Files.write(folder.resolve(LARGEST), largest);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /**
     * As it was written by another process.
     *
     * @param count inputs
     * @param bytes the largest allocation
     * @param slowest the input that took longest there, with instrumented classes
     */
    record Report(long count, Map<String, Long> labels, long bytes, byte[] slowest) {
        static Report read(Path folder) {
            Properties all = new Properties();
            try (Reader in = Files.newBufferedReader(folder.resolve("tally.properties"))) {
                all.load(in);
                Map<String, Long> labels = all.stringPropertyNames().stream()
                        .filter(n -> n.startsWith("label."))
                        .collect(Collectors.toMap(
                                n -> n.substring("label.".length()),
                                n -> Long.parseLong(all.getProperty(n)),
                                Long::sum,
                                TreeMap::new));
                return new Report(
                        labels.values().stream().mapToLong(n -> n).sum(),
                        labels,
                        Long.parseLong(all.getProperty(LARGEST)),
                        Files.readAllBytes(folder.resolve(SLOWEST)));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
