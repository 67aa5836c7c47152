package org.cyberspaceid.document.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.cyberspaceid.core.document.Age;
import org.cyberspaceid.core.document.DocumentCheck;
import org.cyberspaceid.core.document.DocumentCheck.Verdict;
import org.cyberspaceid.core.document.DocumentNumber;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.DocumentVerdict;
import org.cyberspaceid.core.document.VerifiedDocument;
import org.cyberspaceid.core.document.VerifiedDocument.ChipProof;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.document.check.Checklist;
import org.cyberspaceid.document.format.ImageKind;
import org.cyberspaceid.document.trust.ReaderServices;

/** Verifies the statement of a reader service. Its claims are parsed only after its signature holds. */
public final class StatementVerifier {

    private static final Checklist<SignedStatement> AUTHENTICITY =
            new Checklist<>(new ServiceCheck(), new ServiceSignatureCheck());

    private static final Checklist<StatementEvidence> CONTENT = new Checklist<>(
            new FreshnessCheck(),
            new StatedTypeCheck(),
            new StatusCheck(),
            new StatedNumberCheck(),
            new StatedExpiryCheck());

    private final ReaderServices services;

    public StatementVerifier(ReaderServices services) {
        this.services = services;
    }

    /**
     * Verifies.
     *
     * @param unverifiedJws compact serialisation
     * @param challenge what its nonce must be
     * @param audience what its audience must be
     */
    public DocumentVerdict verify(
            DocumentType expected, String unverifiedJws, byte[] challenge, String audience, Instant now) {
        Map<DocumentCheck, Verdict> verdicts = new EnumMap<>(DocumentCheck.class);
        try {
            Jws jws = Jws.parse(unverifiedJws);
            StatementHeader header = StatementHeader.read(jws.header());
            SignedStatement signed = new SignedStatement(jws, header, services.find(header.service()), now);
            Optional<Problem> problem = AUTHENTICITY.run(signed, verdicts);
            return problem.isPresent()
                    ? refused(problem.get(), verdicts)
                    : verifyClaims(
                            new StatementEvidence(
                                    Claims.read(jws.payload()),
                                    expected,
                                    challenge,
                                    audience,
                                    now,
                                    LocalDate.ofInstant(now, Age.ZONE)),
                            verdicts);
        } catch (RuntimeException malformed) {
            // parsers of untrusted text throw what they like; it all means the same
            return refused(verdicts.isEmpty() ? Problem.READING_MALFORMED : Problem.STATEMENT_INVALID, verdicts);
        }
    }

    private static DocumentVerdict verifyClaims(StatementEvidence evidence, Map<DocumentCheck, Verdict> verdicts) {
        Optional<Problem> problem = CONTENT.run(evidence, verdicts);
        if (problem.isPresent()) {
            return refused(problem.get(), verdicts);
        }
        Claims claims = evidence.claims();
        if (ImageKind.of(claims.portrait()).isEmpty()) {
            return refused(Problem.PORTRAIT_UNUSABLE, verdicts);
        }
        VerifiedDocument document = new VerifiedDocument(
                DocumentNumber.parse(evidence.expected(), claims.documentNumber(), evidence.today())
                        .orElseThrow(),
                claims.name(),
                claims.birthDate(),
                claims.expiresOn(),
                ChipProof.READER_VOUCHED);
        return new DocumentVerdict.Accepted(document, claims.portrait(), Map.copyOf(verdicts));
    }

    private static DocumentVerdict refused(Problem problem, Map<DocumentCheck, Verdict> verdicts) {
        return new DocumentVerdict.Refused(problem, Map.copyOf(verdicts));
    }
}
