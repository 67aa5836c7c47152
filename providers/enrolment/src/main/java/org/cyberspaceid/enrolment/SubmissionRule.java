package org.cyberspaceid.enrolment;

import java.time.Instant;
import java.util.Optional;
import org.cyberspaceid.core.outcome.Problem;

/** Who may submit, and when ({@code documents.md}, Reader hand-off, 3). */
final class SubmissionRule {
    private SubmissionRule() {}

    static Optional<Problem> check(ReadingState reading, String readingId, String keyThumbprint, Instant now) {
        if (reading == null || !readingId.equals(reading.readingId())) {
            return Optional.of(Problem.READER_LINK_EXPIRED);
        }
        return switch (reading.visibleAt(now.getEpochSecond())) {
            case "claimed" -> Optional.of(ofKey(reading, keyThumbprint).orElse(Problem.READER_CODE_NOT_TYPED));
            case "reading" ->
                ofKey(reading, keyThumbprint)
                        .or(() ->
                                reading.challenge() == null ? Optional.of(Problem.READER_LINK_USED) : Optional.empty());
            case "done", "failed" -> Optional.of(Problem.READER_LINK_USED);
            default -> Optional.of(Problem.READER_LINK_EXPIRED);
        };
    }

    private static Optional<Problem> ofKey(ReadingState reading, String keyThumbprint) {
        return keyThumbprint.equals(reading.keyThumbprint())
                ? Optional.empty()
                : Optional.of(Problem.READER_KEY_MISMATCH);
    }
}
