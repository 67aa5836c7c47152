package org.cyberspaceid.vault.store;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link VaultBenchmark} and prints a line for each operation, a column for each kind of keys. */
final class OperationsReport {
    private OperationsReport() {}

    static void print(PrintWriter out) throws RunnerException {
        SortedMap<String, SortedMap<String, String>> table = new TreeMap<>();
        for (RunResult result : measured()) {
            table.computeIfAbsent(operation(result), o -> new TreeMap<>())
                    .put(result.getParams().getParam("keys"), score(result));
        }
        var keys = table.get(table.firstKey()).keySet();
        out.println("| µs | " + String.join(" | ", keys) + " |");
        out.println("|---|" + "---:|".repeat(keys.size()));
        table.forEach((operation, scores) ->
                out.println("| " + operation + " | " + String.join(" | ", scores.values()) + " |"));
    }

    private static Collection<RunResult> measured() throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include(VaultBenchmark.class.getName())
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build())
                .run();
    }

    private static String operation(RunResult result) {
        String name = result.getParams().getBenchmark();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String score(RunResult result) {
        Result<?> score = result.getPrimaryResult();
        return "%.2f ± %.2f".formatted(score.getScore(), score.getScoreError());
    }
}
