package org.cyberspaceid.enrolment;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cyberspaceid.core.vault.EnrolmentRows;

/** The contract of {@link EnrolmentRows} in memory, for tests without a server; the flow tests run on the vault's own. */
final class InMemoryRows implements EnrolmentRows {
    private final Map<String, Stored> rows = new HashMap<>();
    private final Clock clock;
    private int next;

    InMemoryRows(Clock clock) {
        this.clock = clock;
    }

    private record Stored(long version, byte[] state, Instant deadline) {}

    @Override
    public String open(byte[] state, Instant deadline) {
        String id = "row-" + next++;
        rows.put(id, new Stored(0, state, deadline));
        return id;
    }

    @Override
    public Optional<Row> read(String id) {
        return Optional.ofNullable(rows.get(id))
                .filter(row -> clock.instant().isBefore(row.deadline()))
                .map(row -> new Row(row.version(), row.state()));
    }

    @Override
    public boolean replace(String id, long version, byte[] state) {
        Stored row = rows.get(id);
        if (row == null || row.version() != version) {
            return false;
        }
        rows.put(id, new Stored(version + 1, state, row.deadline()));
        return true;
    }

    @Override
    public boolean close(String id) {
        return rows.remove(id) != null;
    }

    @Override
    public int purge(Instant now) {
        int before = rows.size();
        rows.values().removeIf(row -> !now.isBefore(row.deadline()));
        return before - rows.size();
    }

    int count() {
        return rows.size();
    }
}
