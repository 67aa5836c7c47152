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

/** What a run of the fuzzer did with one target. */
final class Tally {
    private static final String LABEL = "label.";
    private static final String LARGEST = "largest";
    /** A target may use this many times its part of the time: slow ones are to be no slower, but leave some to the others. */
    private static final double MOST_SHARES = 2;

    private final Map<String, Long> labels = new TreeMap<>();
    private long spent;
    private long nanos = -1;
    private long bytes = -1;
    private byte[] slowest = new byte[0];

    boolean isAboveItsShare(long nanosSinceStart, int targets) {
        return targets > MOST_SHARES && spent > MOST_SHARES * nanosSinceStart / targets;
    }

    void add(byte[] input, Probe.Result result, long with) {
        labels.merge(result.label(), 1L, Long::sum);
        spent += with;
        bytes = Math.max(bytes, result.bytes());
        if (result.nanos() > nanos) {
            nanos = result.nanos();
            slowest = input;
        }
    }

    void write(Path folder, FuzzTarget target) {
        Properties all = new Properties();
        labels.forEach((label, count) -> all.setProperty(LABEL + label, Long.toString(count)));
        all.setProperty(LARGEST, Long.toString(bytes));
        try (Writer out = Files.newBufferedWriter(folder.resolve(target.name() + ".properties"))) {
            all.store(out, null);
            Files.write(folder.resolve(target.name() + ".slowest"), slowest);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /**
     * As another process wrote it.
     *
     * @param count inputs
     * @param labels how often what came of them
     * @param bytes the largest allocation
     * @param slowest the input that took longest there, with instrumented classes
     */
    record Report(long count, Map<String, Long> labels, long bytes, byte[] slowest) {
        static Report read(Path folder, FuzzTarget target) {
            Properties all = new Properties();
            try (Reader in = Files.newBufferedReader(folder.resolve(target.name() + ".properties"))) {
                all.load(in);
                Map<String, Long> labels = all.stringPropertyNames().stream()
                        .filter(n -> n.startsWith(LABEL))
                        .collect(Collectors.toMap(
                                n -> n.substring(LABEL.length()),
                                n -> Long.parseLong(all.getProperty(n)),
                                Long::sum,
                                TreeMap::new));
                return new Report(
                        labels.values().stream().mapToLong(n -> n).sum(),
                        labels,
                        Long.parseLong(all.getProperty(LARGEST)),
                        Files.readAllBytes(folder.resolve(target.name() + ".slowest")));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
