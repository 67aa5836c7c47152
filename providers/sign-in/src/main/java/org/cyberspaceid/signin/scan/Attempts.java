package org.cyberspaceid.signin.scan;

import java.time.Clock;
import java.util.Optional;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.core.vault.EnrolmentRows;
import org.cyberspaceid.liveface.SealedJson;
import org.cyberspaceid.signin.scan.Attempt.Stage;

/**
 * Attempts in their sealed rows. The row's id, 256 random bits of which the table keeps a hash, is what the QR code carries; every step is one
 * atomic replacement, so that of any number of answers that come at once, on whatever nodes, one counts.
 */
final class Attempts {
    private final EnrolmentRows rows;
    private final Clock clock;

    Attempts(EnrolmentRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** What came of an answer on the phone: it counts, or why not. */
    sealed interface Outcome {
        record Done() implements Outcome {}

        record Not(Problem why) implements Outcome {}
    }

    /** @return the handle */
    String start(Attempt attempt) {
        return rows.open(SealedJson.write(attempt), attempt.until().plus(Attempt.TO_FETCH));
    }

    Optional<Attempt> read(String unverifiedHandle) {
        return rows.read(unverifiedHandle).flatMap(Attempts::attempt);
    }

    /** The phone of a person who is signed in there: from now on it is theirs to answer. */
    Outcome open(String unverifiedHandle, String userId) {
        Optional<EnrolmentRows.Row> row = rows.read(unverifiedHandle);
        Optional<Problem> refused = refusal(row, userId);
        if (refused.isPresent()) {
            return new Outcome.Not(refused.get());
        }
        Attempt attempt = attempt(row.get()).orElseThrow();
        boolean mine = attempt.stage() == Stage.OPENED
                || replace(unverifiedHandle, row.get(), attempt.at(Stage.OPENED, userId));
        return mine ? new Outcome.Done() : new Outcome.Not(Problem.SCAN_USED);
    }

    /** The one guess. */
    Outcome approve(String unverifiedHandle, String userId, String typedNumber) {
        Optional<EnrolmentRows.Row> row = rows.read(unverifiedHandle);
        Optional<Problem> refused = refusal(row, userId);
        if (refused.isPresent()) {
            return new Outcome.Not(refused.get());
        }
        Attempt attempt = attempt(row.get()).orElseThrow();
        boolean right = MatchingNumber.matches(attempt.number(), typedNumber);
        if (!replace(unverifiedHandle, row.get(), attempt.at(right ? Stage.APPROVED : Stage.NUMBER_WRONG, userId))) {
            return new Outcome.Not(Problem.SCAN_USED);
        }
        return right ? new Outcome.Done() : new Outcome.Not(Problem.SCAN_NUMBER_WRONG);
    }

    /** "This is not me." */
    void refuse(String unverifiedHandle, String userId) {
        Optional<EnrolmentRows.Row> row = rows.read(unverifiedHandle);
        if (refusal(row, userId).isEmpty()) {
            replace(
                    unverifiedHandle,
                    row.get(),
                    attempt(row.get()).orElseThrow().at(Stage.REFUSED, userId));
        }
    }

    /** The other screen takes the approval, once. */
    boolean take(String handle) {
        return rows.close(handle);
    }

    private Optional<Problem> refusal(Optional<EnrolmentRows.Row> row, String userId) {
        Optional<Attempt> attempt = row.flatMap(Attempts::attempt);
        if (attempt.isEmpty() || attempt.get().isOverAt(clock.instant())) {
            return Optional.of(Problem.SCAN_EXPIRED);
        }
        boolean answerable =
                attempt.get().isOpenAt(clock.instant()) && attempt.get().isFor(userId);
        return answerable ? Optional.empty() : Optional.of(Problem.SCAN_USED);
    }

    private boolean replace(String handle, EnrolmentRows.Row row, Attempt next) {
        return rows.replace(handle, row.version(), SealedJson.write(next));
    }

    /** The id of a row of another kind is no handle. */
    private static Optional<Attempt> attempt(EnrolmentRows.Row row) {
        return Optional.of(SealedJson.read(row.state(), Attempt.class)).filter(read -> read.stage() != null);
    }
}
