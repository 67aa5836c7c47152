package org.cyberspaceid.document.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.cyberspaceid.document.icao.ChipTarget;
import org.cyberspaceid.document.statement.StatementTarget;
import org.cyberspaceid.document.trust.MasterListTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fuzzes everything that reads untrusted bytes. First the inputs that are kept are tried again, then Jazzer thinks of others: {@code -Dfuzz.seconds=600} in all
 * instead of 30, {@code -Dfuzz.targets=SOD,DG2} some only, {@code -Dfuzz.seed=…} the same again.
 */
class FuzzTest {
    private static final int AT_A_TIME = 2;
    private static final int MEASURED = 20;
    private static final Path FOUND = Path.of("target/fuzz/found").toAbsolutePath();

    static Stream<FuzzTarget> targets() {
        List<String> some = Arrays.asList(System.getProperty("fuzz.targets", "").split(","));
        return Stream.<FuzzTarget[]>of(
                        ChipTarget.values(), MasterListTarget.values(), StatementTarget.values(), BodyTarget.values())
                .flatMap(Arrays::stream)
                .filter(t -> some.contains("") || some.contains(t.name()));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void keptInputsBreakNoRule(FuzzTarget target) {
        Map<String, byte[]> inputs = Seeds.inputs(target);
        assertThat(inputs).isNotEmpty();
        inputs.forEach((name, input) -> {
            try {
                Probe.run(target, input);
            } catch (AssertionError broken) {
                throw new AssertionError(target + "/" + name + ": " + broken.getMessage(), broken);
            }
        });
    }

    @Test
    void noNewInputBreaksARule() throws Exception {
        List<FuzzTarget> targets = targets().toList();
        double each = Double.parseDouble(System.getProperty("fuzz.seconds", "30")) * AT_A_TIME / targets.size();
        long seed = Long.getLong("fuzz.seed", System.nanoTime() & 0x7FFFFFFF);
        System.out.printf(
                "Fuzzing %d targets, %.1f s each, %d at a time, -Dfuzz.seed=%d%n", targets.size(), each, AT_A_TIME, seed);
        ExecutorService pool = Executors.newFixedThreadPool(AT_A_TIME);
        List<String> findings = new ArrayList<>();
        try {
            List<Future<String>> runs = targets.stream()
                    .map(t -> pool.submit(() -> fuzz(t, each, seed)))
                    .toList();
            for (Future<String> run : runs) {
                findings.add(run.get());
            }
        } finally {
            pool.shutdownNow();
        }
        findings.removeIf(String::isEmpty);
        assertThat(findings).isEmpty();
    }

    /** The finding, in words; empty without one. */
    private static String fuzz(FuzzTarget target, double seconds, long seed) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/fuzz")), target.name())
                .toAbsolutePath();
        Jazzer.Run run = new Jazzer(folder).run(target, seconds, seed);
        System.out.printf(
                "Fuzz %-20s %9d inputs, slowest %6.1f ms of processor, most allocated %8d bytes, %s%n",
                target,
                run.tally().count(),
                milliseconds(target, run.tally().slowest()),
                run.tally().bytes(),
                run.tally().labels());
        return run.found().map(input -> kept(target, input, run.log())).orElse("");
    }

    /** The slowest input again, in this process: its classes are not instrumented. The least of some, so that no compiler or collector counts. */
    private static double milliseconds(FuzzTarget target, byte[] slowest) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < MEASURED; i++) {
            least = Math.min(least, Probe.run(target, slowest).nanos());
        }
        return least / 1e6;
    }

    private static String kept(FuzzTarget target, Path input, Path log) {
        try {
            String name = input.getFileName().toString();
            Path seed = Files.createDirectories(FOUND.resolve(target.name()))
                    .resolve(name.substring(0, Math.min(name.length(), 24)) + ".seed");
            Files.copy(input, seed, StandardCopyOption.REPLACE_EXISTING);
            return target + ": " + seed + " (keep it in " + Seeds.FOLDER.resolve(target.name()) + "), see " + log;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
