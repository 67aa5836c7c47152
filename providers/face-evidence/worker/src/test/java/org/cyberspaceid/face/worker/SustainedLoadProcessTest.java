package org.cyberspaceid.face.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The worker at its capacity. In a build some seconds; {@code -Dface.load=PT10M} is the long run, whose figures are in {@code
 * providers/docs/liveness.md}.
 */
class SustainedLoadProcessTest {
    private static final Duration TIME = Duration.parse(System.getProperty("face.load", "PT15S"));
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    @Test
    void everyAnswerIsItsOwnAndMemoryStays() throws Exception {
        KnownFaces known = new KnownFaces();
        assertThat(known.leastDifference())
                .as("no two pictures have one answer")
                .isGreaterThan(1e-3);
        try (WorkerProcess worker = new WorkerProcess(folder)) {
            worker.startReady(WorkerProcess.withToken(folder));
            LoadReport report = new SustainedLoad(worker, known).run(TIME);
            System.out.println("Sustained load, " + report);
            assertThat(report.portraits()).isPositive();
            assertThat(report.passed()).isPositive();
            assertThat(report.turnedAway()).as("beyond its capacity").isPositive();
            assertThat(report.lost()).isZero();
            assertThat(report.mixedUp()).isZero();
            assertThat(report.mostResident() * (1 << 20)).isLessThan(SustainedLoad.MOST_RESIDENT);
            if (TIME.compareTo(LONG) >= 0) {
                assertThat(report.tenth(9)).as("resident at the end").isLessThan(1.05 * report.tenth(4));
            }
            assertThat(Files.readString(worker.log())).doesNotContain("Exception");
        }
    }
}
