package org.cyberspaceid.enrolment;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.cyberspaceid.core.vault.EnrolmentRows;
import org.cyberspaceid.liveface.SealedJson;

/**
 * Hand-offs to readers. A hand-off is a sealed row of its own: its id is the 256-bit handle (the table keeps only a hash of it),
 * and claiming is one atomic replacement, so that a handle serves once, on every node and across a restart.
 */
final class HandOffs {
    /** How long a link can be claimed ({@code documents.md}: 180–300 s). */
    static final Duration CLAIMABLE = Duration.ofMinutes(4);

    /** How long the reader has from the claim on: the life of its challenge ({@code documents.md}: ≤ 5 minutes). */
    static final Duration READABLE = Duration.ofMinutes(5);

    private final EnrolmentRows rows;
    private final Clock clock;

    HandOffs(EnrolmentRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** What came of claiming. */
    sealed interface Claim {
        record Taken(String enrolmentId) implements Claim {}

        /** Somebody claimed it before. */
        record Used() implements Claim {}

        /** Too old, or never ours. */
        record Unknown() implements Claim {}
    }

    /** The two kinds of row differ in their field, so that one never passes for the other. */
    private record HandOffRow(String handOffOf) {}

    private record ReadingRow(String readingOf) {}

    /** Offers an enrolment to a reader; returns the handle. */
    String offer(String enrolmentId) {
        return rows.open(
                SealedJson.write(new HandOffRow(enrolmentId)), clock.instant().plus(CLAIMABLE));
    }

    /** Takes the hand-off, once. */
    Claim claim(String unverifiedHandle) {
        Optional<EnrolmentRows.Row> row = rows.read(unverifiedHandle);
        if (row.isEmpty()) {
            return new Claim.Unknown();
        }
        Optional<String> enrolmentId = enrolmentOf(row.get());
        boolean first = enrolmentId.isPresent()
                && rows.replace(unverifiedHandle, row.get().version(), SealedJson.write(new HandOffRow(null)));
        return first ? new Claim.Taken(enrolmentId.get()) : new Claim.Used();
    }

    /** Opens the address at which the reader submits; returns the reading id. */
    String openReading(String enrolmentId) {
        return rows.open(
                SealedJson.write(new ReadingRow(enrolmentId)), clock.instant().plus(READABLE));
    }

    /** The enrolment a reading belongs to. */
    Optional<String> enrolmentOfReading(String unverifiedReadingId) {
        return rows.read(unverifiedReadingId)
                .map(row -> SealedJson.read(row.state(), ReadingRow.class).readingOf());
    }

    private static Optional<String> enrolmentOf(EnrolmentRows.Row row) {
        return Optional.ofNullable(
                SealedJson.read(row.state(), HandOffRow.class).handOffOf());
    }
}
