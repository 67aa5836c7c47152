package org.cyberspaceid.enrolment;

import java.time.Instant;
import java.util.Optional;
import org.cyberspaceid.core.vault.EnrolmentRows;

/** Lets somebody else act between a read and the replacement that follows it. */
record RacingRows(EnrolmentRows rows, Runnable meanwhile) implements EnrolmentRows {
    @Override
    public String open(byte[] state, Instant deadline) {
        return rows.open(state, deadline);
    }

    @Override
    public Optional<Row> read(String id) {
        Optional<Row> row = rows.read(id);
        meanwhile.run();
        return row;
    }

    @Override
    public boolean replace(String id, long version, byte[] state) {
        return rows.replace(id, version, state);
    }

    @Override
    public boolean close(String id) {
        return rows.close(id);
    }

    @Override
    public int purge(Instant now) {
        return rows.purge(now);
    }
}
