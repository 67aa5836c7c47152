package org.cyberspaceid.document.statement;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.DocumentVerdict;
import org.cyberspaceid.document.check.Check;
import org.cyberspaceid.document.format.Limits;
import org.cyberspaceid.document.fuzz.FuzzTarget;
import org.cyberspaceid.document.fuzz.Script;
import org.cyberspaceid.document.fuzz.Seeds;
import org.cyberspaceid.document.fuzz.Shape;

/** A reader service's statement: its parts by themselves, and signed as a listed service could sign it. */
public enum StatementTarget implements FuzzTarget {
    /** The JWS taken apart, its header, or its claims with the checks that look at them: none may throw anything else. */
    STATEMENT {
        @Override
        public Attempt ready(byte[] input) {
            Script script = new Script(input);
            return switch (script.next() % 3) {
                case 0 -> {
                    String jws = new String(script.rest(), StandardCharsets.UTF_8);
                    yield () -> "jws " + Math.min(1, Jws.parse(jws).payload().length);
                }
                case 1 -> {
                    byte[] header = Shape.JSON.file(script, "STATEMENT_HEADER", Limits.STATEMENT);
                    yield () -> "header " + StatementHeader.read(header).algorithm();
                }
                default -> {
                    byte[] claims = Shape.JSON.file(script, "STATEMENT_CLAIMS", Limits.STATEMENT);
                    yield () -> "claims, wrong: " + wrong(Claims.read(claims));
                }
            };
        }

        @Override
        public Map<String, byte[]> starts() {
            Map<String, byte[]> starts = Seeds.starts("STATEMENT_HEADER", 1);
            starts.putAll(Seeds.starts("STATEMENT_CLAIMS", 2));
            starts.put("jws", "\0e30.e30.AA".getBytes(StandardCharsets.UTF_8));
            return starts;
        }
    },
    SEALED_STATEMENT {
        @Override
        public Attempt ready(byte[] input) {
            String jws = StatementSeal.sign(new Script(input));
            return () -> {
                DocumentVerdict verdict = StatementSeal.VERIFIER.verify(
                        DocumentType.RESIDENT_ID_CARD,
                        jws,
                        StatementSeal.CHALLENGE,
                        StatementSeal.AUDIENCE,
                        StatementSeal.NOW);
                return verdict instanceof DocumentVerdict.Refused refused
                        ? refused.problem() + " after " + verdict.checks().size() + " checks"
                        : "ACCEPTED";
            };
        }

        @Override
        public Map<String, byte[]> starts() {
            Map<String, byte[]> starts = Seeds.starts("STATEMENT_CLAIMS", 0);
            starts.put("header", new byte[] {3});
            return starts;
        }
    };

    private static final List<Check<StatementEvidence>> CHECKS = List.of(
            new FreshnessCheck(),
            new StatedTypeCheck(),
            new StatusCheck(),
            new StatedNumberCheck(),
            new StatedExpiryCheck());

    private static String wrong(Claims claims) {
        StatementEvidence evidence = new StatementEvidence(
                claims,
                DocumentType.RESIDENT_ID_CARD,
                StatementSeal.CHALLENGE,
                StatementSeal.AUDIENCE,
                StatementSeal.NOW,
                LocalDate.of(2026, 11, 22));
        return CHECKS.stream()
                .filter(c -> c.run(evidence).problem().isPresent())
                .map(c -> c.getClass().getSimpleName().replace("Check", ""))
                .collect(Collectors.joining(" "));
    }
}
