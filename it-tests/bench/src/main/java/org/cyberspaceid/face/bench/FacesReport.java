package org.cyberspaceid.face.bench;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** Runs {@link FaceBenchmark} and prints a line for each part. */
public final class FacesReport {
    private static final double MILLI = 1_000;

    private static final double NANOS = 1e6;
    private static final int COMPARES = 200;

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
        out.printf("%nProcessor time of one compare: median %.1f ms of %d%n", processorMillis(), COMPARES);
    }

    /** What a busy machine does not change much: with one thread a network, all of it runs on this thread. */
    private static double processorMillis() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        FaceBenchmark benchmark = new FaceBenchmark();
        benchmark.prepare();
        double[] millis = new double[COMPARES];
        for (int i = -COMPARES; i < COMPARES; i++) {
            long begin = threads.getCurrentThreadCpuTime();
            benchmark.compare();
            millis[Math.floorMod(i, COMPARES)] = (threads.getCurrentThreadCpuTime() - begin) / NANOS;
        }
        benchmark.close();
        Arrays.sort(millis);
        return millis[COMPARES / 2];
    }
}
