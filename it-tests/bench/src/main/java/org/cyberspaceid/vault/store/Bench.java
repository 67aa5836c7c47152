package org.cyberspaceid.vault.store;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.cyberspaceid.document.bench.DocumentsReport;
import org.cyberspaceid.face.bench.FacesReport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What {@code it-tests/bench/run} starts. */
@Command(
        name = "it-tests/bench/run",
        description = {
            "Measures the identity vault on this machine and prints Markdown: what each operation costs (JMH), how many chips a core"
                    + " verifies in a second (JMH), what comparing a face costs (JMH), then what finding,"
                    + " keeping and sealing anew costs with many people in a PostgreSQL that is started for it and removed again.",
            "providers/docs/performance.md has the figures of one machine.",
            ""
        },
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class Bench implements Callable<Integer> {
    private static final Logger ROOT = Logger.getLogger("");

    /** What can be measured. */
    enum Part {
        OPERATIONS,
        DOCUMENTS,
        FACES,
        PEOPLE
    }

    @Parameters(
            arity = "0..*",
            paramLabel = "PART",
            showDefaultValue = Visibility.NEVER,
            description = "${COMPLETION-CANDIDATES}; all when none is named")
    private final Set<Part> parts = EnumSet.noneOf(Part.class);

    @Option(names = "--keys", description = "Of the people: ${COMPLETION-CANDIDATES}")
    private BenchKeys keys = BenchKeys.STANDARD_IN_FILES;

    @Option(names = "--people", description = "How many are enrolled; a million need 4 GB in the temporary folder")
    private int people = 1_000_000;

    @Option(names = "--lookups", description = "How many lookups by mobile number are measured")
    private int lookups = 2_000;

    @Option(names = "--reseal", description = "How many records are sealed anew, at least")
    private int reseal = 100_000;

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        ROOT.setLevel(Level.SEVERE); // Hibernate warns of its own connection pool
        System.exit(new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        out.println(machine());
        if (isWanted(Part.OPERATIONS)) {
            out.println();
            OperationsReport.print(out);
        }
        if (isWanted(Part.DOCUMENTS)) {
            out.println();
            DocumentsReport.print(out);
        }
        if (isWanted(Part.FACES)) {
            out.println();
            FacesReport.print(out);
        }
        if (isWanted(Part.PEOPLE)) {
            out.printf("%n%s, ", keys);
            try (MadeKeys made = keys.make();
                    BenchDatabase database = BenchDatabase.start()) {
                new PeopleReport(database, made.ring(), people, out).print(lookups, reseal);
            }
        }
        out.printf("%nLoad at the end: %.1f%n", load());
        return 0;
    }

    private boolean isWanted(Part part) {
        return parts.isEmpty() || parts.contains(part);
    }

    private static String machine() throws IOException {
        return "%d cores of %s, JDK %s, load %.1f"
                .formatted(Runtime.getRuntime().availableProcessors(), cpu(), Runtime.version(), load());
    }

    private static String cpu() throws IOException {
        Path description = Path.of("/proc/cpuinfo");
        try (Stream<String> lines = Files.exists(description) ? Files.lines(description) : Stream.empty()) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 2))
                    .orElse(System.getProperty("os.arch"));
        }
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
