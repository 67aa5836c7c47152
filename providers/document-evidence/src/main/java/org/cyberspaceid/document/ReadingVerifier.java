package org.cyberspaceid.document;

import java.time.Clock;
import java.util.Map;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.DocumentVerdict;
import org.cyberspaceid.core.document.EvidenceRoute;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.document.icao.ChipVerifier;
import org.cyberspaceid.document.statement.StatementVerifier;
import org.cyberspaceid.document.submission.Submission;
import org.cyberspaceid.document.submission.SubmissionReader;

/**
 * Verifies what a reader submitted: the files of an ICAO 9303 chip, or a reader service's statement. Keeps nothing and may be used by
 * several threads.
 */
public final class ReadingVerifier {
    private final ChipVerifier chips;
    private final StatementVerifier statements;
    private final Clock clock;

    public ReadingVerifier(TrustAnchors anchors, Clock clock) {
        this.chips = new ChipVerifier(anchors.authorities(), anchors.revocationLists());
        this.statements = new StatementVerifier(anchors.readerServices());
        this.clock = clock;
    }

    /**
     * Verifies a reading. Never throws because of what was submitted.
     *
     * @param expected the type that the citizen chose; a passport comes as chip files, a card of the ID class as a statement, a travel
     *     permit as either
     * @param unverifiedSubmission JSON, see the README of this module
     * @param challenge the 8 bytes handed to the reader; the caller has already made sure that they are used once and are not older than 5 minutes
     * @param audience who a statement must be for
     */
    public DocumentVerdict verify(
            DocumentType expected, byte[] unverifiedSubmission, byte[] challenge, String audience) {
        Submission submission = SubmissionReader.read(unverifiedSubmission);
        if (submission instanceof Submission.Unreadable unreadable) {
            return refused(unreadable.problem());
        }
        if (submission instanceof Submission.ChipFiles chip) {
            return expected.takes(EvidenceRoute.ICAO_CHIP)
                    ? chips.verify(expected, chip, challenge, clock.instant())
                    : refused(Problem.DOCUMENT_TYPE_MISMATCH);
        }
        String jws = ((Submission.Statement) submission).jws();
        return expected.takes(EvidenceRoute.READER_STATEMENT)
                ? statements.verify(expected, jws, challenge, audience, clock.instant())
                : refused(Problem.DOCUMENT_TYPE_MISMATCH);
    }

    private static DocumentVerdict refused(Problem problem) {
        return new DocumentVerdict.Refused(problem, Map.of());
    }
}
