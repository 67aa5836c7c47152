package org.cyberspaceid.documentcheck;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.cyberspaceid.core.document.DocumentCheck;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.document.DocumentInspector;
import org.cyberspaceid.document.check.Outcome;
import org.cyberspaceid.document.format.Limits;
import org.cyberspaceid.document.trust.TrustSources;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code document-check}. */
@Command(
        name = "document-check",
        mixinStandardHelpOptions = true,
        description = {
            "Checks the files of a chip (ICAO 9303), or a reader service's statement, against a trust store of yours, and prints one"
                    + " JSON object: a verdict for each check, and why.",
            ""
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:Every check that could be performed succeeded.",
            "1:A check failed.",
            "2:Undetermined (a revocation list is missing or out of date), or the command could not be carried out."
        })
final class DocumentCheckCommand implements Callable<Integer> {
    private static final int NOT_CARRIED_OUT = 2;

    @ArgGroup(multiplicity = "1")
    private Subject subject;

    private static final class Subject {
        @ArgGroup(exclusive = false, multiplicity = "1", heading = "%nA chip:%n")
        private ChipOptions chip;

        @Option(
                names = "--statement",
                paramLabel = "FILE",
                description = "A statement (JWS), with --reader-services, --type, --challenge, --audience")
        private Path statement;
    }

    @Option(
            names = "--trust",
            arity = "1..*",
            paramLabel = "DIR|FILE",
            description = "CSCA certificates and master lists (.ml): folders or files")
    private List<Path> trust = List.of();

    @Option(
            names = "--master-list-signer",
            arity = "1..*",
            paramLabel = "DIR|FILE",
            description = "Whose master lists you believe: certificates of signers or of their authorities")
    private List<Path> masterListSigners = List.of();

    @Option(names = "--crl", arity = "1..*", paramLabel = "DIR|FILE", description = "Revocation lists")
    private List<Path> revocationLists = List.of();

    @Option(names = "--reader-services", paramLabel = "DIR", description = "Certificates of reader services")
    private Path readerServices;

    @Option(
            names = "--type",
            paramLabel = "CODE",
            description = "What it should be, for example passport: then type and number are checked, too")
    private String type;

    @Option(names = "--challenge", paramLabel = "HEX", description = "The 8 bytes that the reader was given")
    private String challenge;

    @Option(names = "--audience", paramLabel = "URL", description = "Whom the statement must be for")
    private String audience;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "Check as of then (2026-11-29T12:00:00Z); now without it")
    private Instant at;

    @Spec
    private CommandSpec spec;

    /** See {@code --help}. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new DocumentCheckCommand())
                .registerConverter(Instant.class, Instant::parse)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("document-check: " + failure.getMessage());
                    return NOT_CARRIED_OUT;
                });
    }

    @Override
    public Integer call() throws IOException {
        Report report = new Report(subject.chip != null ? chip() : statement());
        spec.commandLine().getOut().println(report.json());
        return report.exitStatus();
    }

    private Map<DocumentCheck, Outcome> chip() throws IOException {
        if (trust.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--sod needs --trust");
        }
        return inspector()
                .chip(
                        new TrustSources(trust, masterListSigners, revocationLists, Set.of()),
                        subject.chip.read(),
                        documentType(),
                        challengeBytes());
    }

    private Map<DocumentCheck, Outcome> statement() throws IOException {
        if (readerServices == null || type == null || challenge == null || audience == null) {
            throw new ParameterException(
                    spec.commandLine(), "--statement needs --reader-services, --type, --challenge and --audience");
        }
        String jws = new String(LimitedFile.read(subject.statement, Limits.STATEMENT), StandardCharsets.US_ASCII);
        return inspector()
                .statement(
                        readerServices,
                        documentType().orElseThrow(),
                        jws.strip(),
                        challengeBytes().orElseThrow(),
                        audience);
    }

    private DocumentInspector inspector() {
        return new DocumentInspector(at == null ? Instant.now() : at);
    }

    private Optional<DocumentType> documentType() {
        return Optional.ofNullable(type)
                .map(code -> DocumentType.ofCode(code.toLowerCase(Locale.ROOT))
                        .orElseThrow(
                                () -> new ParameterException(spec.commandLine(), "--type: no such document type")));
    }

    private Optional<byte[]> challengeBytes() {
        try {
            return Optional.ofNullable(challenge).map(HexFormat.of()::parseHex);
        } catch (IllegalArgumentException noHex) {
            throw new ParameterException(spec.commandLine(), "--challenge: not hexadecimal", noHex);
        }
    }
}
