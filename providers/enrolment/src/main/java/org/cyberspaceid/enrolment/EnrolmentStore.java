package org.cyberspaceid.enrolment;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.cyberspaceid.core.vault.EnrolmentRows;
import org.cyberspaceid.liveface.SealedJson;

/** Enrolments in their sealed rows. */
final class EnrolmentStore {
    private static final int RACES = 5;

    private final EnrolmentRows rows;

    EnrolmentStore(EnrolmentRows rows) {
        this.rows = rows;
    }

    /** A state as read, and what is needed to replace exactly it. */
    record Versioned(String id, long version, EnrolmentState state) {}

    /** Opens the row; its deadline is the state's. */
    String open(EnrolmentState state) {
        return rows.open(SealedJson.write(state), Instant.ofEpochSecond(state.deadline()));
    }

    Optional<Versioned> read(String id) {
        return rows.read(id)
                .map(row -> new Versioned(id, row.version(), SealedJson.read(row.state(), EnrolmentState.class)));
    }

    /** Replaces the state if nobody else did since it was read: what makes single use single. */
    boolean replace(Versioned read, EnrolmentState next) {
        return rows.replace(read.id(), read.version(), SealedJson.write(next));
    }

    /**
     * Changes the state, on top of whatever others change meanwhile.
     *
     * @return the new state, or empty when the row is gone
     */
    Optional<EnrolmentState> change(String id, UnaryOperator<EnrolmentState> how) {
        for (int race = 0; race < RACES; race++) {
            Optional<Versioned> read = read(id);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            EnrolmentState next = how.apply(read.get().state());
            if (replace(read.get(), next)) {
                return Optional.of(next);
            }
        }
        throw new IllegalStateException("an enrolment row changed " + RACES + " times at once");
    }

    /** Deletes the enrolment with its hand-off rows; false when it was gone. */
    boolean close(String id) {
        read(id).map(v -> v.state().reading()).ifPresent(this::closeReading);
        return rows.close(id);
    }

    void closeReading(ReadingState reading) {
        rows.close(reading.handle());
        if (reading.readingId() != null) {
            rows.close(reading.readingId());
        }
    }
}
