package org.cyberspaceid.document.bench;

import java.io.PrintWriter;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link ChipBenchmark} and prints a line for each kind of signer. */
public final class DocumentsReport {
    private DocumentsReport() {}

    /** Prints Markdown. */
    public static void print(PrintWriter out) throws RunnerException {
        out.println("| authority and document signer | verifications per second and core |");
        out.println("|---|---:|");
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(ChipBenchmark.class.getName())
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build())
                .run()) {
            Result<?> score = result.getPrimaryResult();
            out.printf(
                    "| %s | %.0f ± %.0f |%n",
                    result.getParams().getParam("signer"), score.getScore(), score.getScoreError());
        }
    }
}
