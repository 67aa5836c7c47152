package org.cyberspaceid.document.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Lets Jazzer, guided by the coverage that it measures, fuzz one target in a process of its own. */
final class Jazzer {
    private static final String WATCHED = "org.cyberspaceid.document.check.**:org.cyberspaceid.document.format.**"
            + ":org.cyberspaceid.document.icao.**:org.cyberspaceid.document.statement.**"
            + ":org.cyberspaceid.document.submission.**:org.cyberspaceid.document.trust.**"
            + ":org.cyberspaceid.document.fuzz.Planted*"
            + ":org.bouncycastle.asn1.**:org.bouncycastle.cms.**:org.bouncycastle.cert.**";
    private static final int LONGEST_INPUT = 40_000;
    private static final int SECONDS_TO_START_AND_END = 120;
    /** An input that takes longer hangs; libFuzzer then ends the process. */
    private static final int HANG_IN_SECONDS = 20;

    /**
     * What a run came to.
     *
     * @param found the input that broke a rule
     * @param log everything the process said
     */
    record Run(Tally.Report tally, Optional<Path> found, Path log) {}

    private final Path folder;

    /** @param folder is made; what is in it stays there for whoever looks into a finding */
    Jazzer(Path folder) {
        this.folder = folder;
    }

    Run run(FuzzTarget target, double seconds, long seed) {
        try {
            Path corpus = Files.createDirectories(folder.resolve("corpus"));
            for (Map.Entry<String, byte[]> input : Seeds.inputs(target).entrySet()) {
                Files.write(corpus.resolve(input.getKey()), input.getValue());
            }
            Path log = folder.resolve("log");
            int exit = start(target, corpus, log, seconds, seed);
            Optional<Path> found = found();
            if (exit != 0 && found.isEmpty()) {
                throw new IllegalStateException("Jazzer ended with " + exit + ", see " + log);
            }
            return new Run(Tally.Report.read(folder), found, log);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private int start(FuzzTarget target, Path corpus, Path log, double seconds, long seed) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Xss1m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + Entry.class.getName(),
                        "--target_args=" + String.join(" ", target.getClass().getName(), target.name(), folder.toString()),
                        "--instrumentation_includes=" + WATCHED,
                        "--custom_hook_includes=" + WATCHED,
                        "--reproducer_path=" + folder,
                        "-artifact_prefix=" + folder.resolve("found-"),
                        "-max_total_time=" + (int) Math.max(1, Math.round(seconds)),
                        "-max_len=" + LONGEST_INPUT,
                        "-timeout=" + HANG_IN_SECONDS,
                        "-rss_limit_mb=0",
                        "-seed=" + seed,
                        corpus.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (process.waitFor((long) seconds + SECONDS_TO_START_AND_END, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            throw new IllegalStateException("Jazzer did not end, see " + log);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } finally {
            process.destroyForcibly();
        }
    }

    private Optional<Path> found() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.filter(f -> f.getFileName().toString().startsWith("found-"))
                    .toList();
            return all.stream().findFirst();
        }
    }
}
