package org.cyberspaceid.face.bench;

import java.io.PrintWriter;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** Runs {@link FaceBenchmark} and prints a line for each part. */
public final class FacesReport {
    private static final double MILLI = 1_000;

    private FacesReport() {}

    /** Prints Markdown. */
    public static void print(PrintWriter out) throws RunnerException {
        out.println("| a frame of 640 × 480, one core, ms | median | p95 | runs |");
        out.println("|---|---:|---:|---:|");
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(FaceBenchmark.class.getName())
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build())
                .run()) {
            Statistics micros = result.getPrimaryResult().getStatistics();
            out.printf(
                    "| %s | %.1f | %.1f | %d |%n",
                    result.getPrimaryResult().getLabel(),
                    micros.getPercentile(50) / MILLI,
                    micros.getPercentile(95) / MILLI,
                    micros.getN());
        }
    }
}
