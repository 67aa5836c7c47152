package org.cyberspaceid.document.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lets Jazzer, guided by the coverage that it measures, think of inputs in a process of its own. */
final class Jazzer {
    /** Whose branches and comparisons guide it. */
    private static final String WATCHED = Stream.of(
                    "org.cyberspaceid.document.check",
                    "org.cyberspaceid.document.format",
                    "org.cyberspaceid.document.icao",
                    "org.cyberspaceid.document.statement",
                    "org.cyberspaceid.document.submission",
                    "org.cyberspaceid.document.trust",
                    "org.bouncycastle.asn1",
                    "org.bouncycastle.cms",
                    "org.bouncycastle.cert")
            .map(p -> p + ".**")
            .collect(Collectors.joining(":", "", ":" + PlantedTarget.class.getName() + "*"));

    private static final int LONGEST_INPUT = 40_000;
    private static final int SECONDS_TO_START_AND_END = 180;
    /** An input that takes longer hangs; Jazzer then ends with a finding. Long: on a busy machine Jazzer takes its time to instrument what is loaded. */
    private static final int HANG_IN_SECONDS = 120;

    /**
     * An input that breaks a rule.
     *
     * @param input as the target gets it
     * @param why from what the process said
     */
    record Finding(FuzzTarget target, byte[] input, String why) {}

    private final Path folder;
    private final List<FuzzTarget> targets;

    /** @param folder is made; the corpus and all that Jazzer says stay in it */
    Jazzer(Path folder, List<FuzzTarget> targets) {
        this.folder = folder.toAbsolutePath();
        this.targets = targets;
    }

    /**
     * Fuzzes until the time is over or something is found.
     *
     * @throws IllegalStateException when Jazzer does not run
     */
    Optional<Finding> run(int seconds, long seed) {
        try {
            Files.createDirectories(corpus());
            for (FuzzTarget target : targets) {
                for (Map.Entry<String, byte[]> input : Seeds.inputs(target).entrySet()) {
                    Files.write(
                            corpus().resolve(target.name() + " " + input.getKey()), chosen(target, input.getValue()));
                }
            }
            int exit = exitOf(seconds, seed);
            Optional<Finding> finding = finding();
            if (exit != 0 && finding.isEmpty()) {
                throw new IllegalStateException("Jazzer ended with " + exit + ", see " + log());
            }
            return finding;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Tally.Report report(FuzzTarget target) {
        return Tally.Report.read(folder, target);
    }

    private byte[] chosen(FuzzTarget target, byte[] input) {
        return ByteBuffer.allocate(1 + input.length)
                .put((byte) targets.indexOf(target))
                .put(input)
                .array();
    }

    private int exitOf(int seconds, long seed) throws IOException {
        Process process = new ProcessBuilder(command(seconds, seed))
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
        try {
            if (process.waitFor((long) seconds + SECONDS_TO_START_AND_END, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            throw new IllegalStateException("Jazzer did not end, see " + log());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } finally {
            process.destroyForcibly();
        }
    }

    private List<String> command(int seconds, long seed) {
        int known = targets.stream().mapToInt(t -> Seeds.inputs(t).size()).sum();
        List<String> arguments = new ArrayList<>(List.of(folder.toString(), Integer.toString(known)));
        targets.forEach(t -> arguments.add(Entry.name(t)));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + Entry.class.getName(),
                "--target_args=" + String.join(" ", arguments),
                "--instrumentation_includes=" + WATCHED,
                "--custom_hook_includes=" + WATCHED,
                "--keep_going=" + Integer.getInteger("fuzz.findings", 1),
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder.resolve("found-"),
                "-max_total_time=" + seconds,
                "-max_len=" + LONGEST_INPUT,
                "-timeout=" + HANG_IN_SECONDS,
                "-rss_limit_mb=0",
                "-seed=" + seed,
                corpus().toString());
    }

    private Optional<Finding> finding() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Optional<Path> found = files.filter(
                            f -> f.getFileName().toString().matches("found-(crash|timeout|oom|leak)-.*"))
                    .findFirst();
            if (found.isEmpty()) {
                return Optional.empty();
            }
            byte[] input = Files.readAllBytes(found.get());
            return Optional.of(new Finding(
                    targets.get(Entry.which(input, targets.size())),
                    Arrays.copyOfRange(input, 1, input.length),
                    why()));
        }
    }

    private String why() throws IOException {
        try (Stream<String> lines = Files.lines(log())) {
            return lines.filter(l -> l.startsWith("== ") || l.startsWith("Caused by: "))
                    .limit(2)
                    .collect(Collectors.joining(" ", "", ", see " + log()));
        }
    }

    private Path corpus() {
        return folder.resolve("corpus");
    }

    private Path log() {
        return folder.resolve("log");
    }
}
