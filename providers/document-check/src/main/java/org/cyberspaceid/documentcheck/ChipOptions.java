package org.cyberspaceid.documentcheck;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import org.cyberspaceid.document.format.Limits;
import org.cyberspaceid.document.submission.Submission.ChipFiles;
import picocli.CommandLine.Option;

/** The files of a chip, each as the chip has it. */
final class ChipOptions {
    @Option(
            names = "--sod",
            required = true,
            paramLabel = "FILE",
            description = "EF.SOD; the only file that must be there")
    private Path sod;

    @Option(names = "--dg1", paramLabel = "FILE", description = "Data group 1 (machine readable zone)")
    private Path dg1;

    @Option(names = "--dg2", paramLabel = "FILE", description = "Data group 2 (face)")
    private Path dg2;

    @Option(names = "--dg11", paramLabel = "FILE", description = "Data group 11 (personal details)")
    private Path dg11;

    @Option(names = "--dg12", paramLabel = "FILE", description = "Data group 12 (document details)")
    private Path dg12;

    @Option(names = "--dg14", paramLabel = "FILE", description = "Data group 14 (security options)")
    private Path dg14;

    @Option(names = "--dg15", paramLabel = "FILE", description = "Data group 15 (Active Authentication key)")
    private Path dg15;

    @Option(names = "--answer", paramLabel = "FILE", description = "The chip's answer to --challenge")
    private Path answer;

    ChipFiles read() throws IOException {
        TreeMap<Integer, byte[]> groups = new TreeMap<>();
        put(1, dg1, groups);
        put(2, dg2, groups);
        put(11, dg11, groups);
        put(12, dg12, groups);
        put(14, dg14, groups);
        put(15, dg15, groups);
        return new ChipFiles(
                LimitedFile.read(sod, Limits.SOD),
                groups,
                answer == null
                        ? Optional.empty()
                        : Optional.of(LimitedFile.read(answer, Limits.ACTIVE_AUTHENTICATION)));
    }

    private static void put(int number, Path file, TreeMap<Integer, byte[]> groups) throws IOException {
        if (file != null) {
            groups.put(number, LimitedFile.read(file, Limits.of(number)));
        }
    }
}
