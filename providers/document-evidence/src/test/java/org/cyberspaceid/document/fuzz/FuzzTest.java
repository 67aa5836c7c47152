package org.cyberspaceid.document.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cyberspaceid.document.icao.ChipTarget;
import org.cyberspaceid.document.statement.StatementTarget;
import org.cyberspaceid.document.trust.MasterListTarget;
import org.cyberspaceid.virtual.TrustFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fuzzes everything that reads untrusted bytes. First the inputs that are kept are tried again, then Jazzer thinks of others: {@code -Dfuzz.seconds=600} in all
 * instead of 30, {@code -Dfuzz.targets=SOD,DG2} some only, {@code -Dfuzz.seed=…} the same again.
 */
class FuzzTest {
    private static final int MEASURED = 20;
    private static final Path FOLDER = Path.of("target/fuzz").toAbsolutePath();

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
    void noNewInputBreaksARule() throws IOException {
        List<FuzzTarget> targets = targets().toList();
        int seconds = Integer.getInteger("fuzz.seconds", 30);
        long seed = Long.getLong("fuzz.seed", System.nanoTime() & 0x7FFFFFFF);
        System.out.printf("Fuzzing %d targets for %d s, -Dfuzz.seed=%d%n", targets.size(), seconds, seed);
        Path folder = Files.createTempDirectory(Files.createDirectories(FOLDER), "run");
        Jazzer jazzer = new Jazzer(folder, targets);
        Optional<Jazzer.Finding> finding = jazzer.run(seconds, seed);
        assertThat(finding.map(FuzzTest::kept)).isEmpty();
        targets.forEach(t -> print(t, jazzer.report(t)));
        assertThat(targets).allSatisfy(t -> assertThat(jazzer.report(t).count()).isPositive());
    }

    private static void print(FuzzTarget target, Tally.Report report) {
        System.out.printf(
                "Fuzz %-18s %8d inputs, slowest %5.1f ms, most allocated %5.1f MiB: %s%n",
                target,
                report.count(),
                milliseconds(target, report.slowest()),
                report.bytes() / (double) (1 << 20),
                report.labels());
    }

    /** The slowest input again, in this process, whose classes are not instrumented. The least of some, so that no compiler or collector counts. */
    private static double milliseconds(FuzzTarget target, byte[] slowest) {
        return IntStream.range(0, MEASURED)
                        .mapToLong(i -> Probe.run(target, slowest).nanos())
                        .min()
                        .orElseThrow()
                / 1e6;
    }

    /** Writes what was found to where it can be kept from. */
    private static String kept(Jazzer.Finding finding) {
        String name = "found-" + Integer.toHexString(Arrays.hashCode(finding.input())) + ".seed";
        Path seed = TrustFiles.write(
                FOLDER.resolve("found").resolve(finding.target().name()), name, finding.input());
        return finding.target() + ": " + finding.why() + "; keep " + seed + " in "
                + Seeds.FOLDER.resolve(finding.target().name());
    }
}
