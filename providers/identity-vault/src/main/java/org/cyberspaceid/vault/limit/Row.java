package org.cyberspaceid.vault.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.cyberspaceid.core.limit.Limit;

/**
 * One quota of a limit, as its row has it.
 *
 * @param key the keyed hash of purpose and {@link Limit#whose()}, then the window's seconds
 */
record Row(Limit limit, byte[] key, int most, Duration window) implements Comparable<Row> {
    Instant endFrom(Instant now) {
        return now.plus(window);
    }

    /** PostgreSQL's order of {@code bytea}. Whoever locks several rows does it in this order, so that nobody waits in a circle. */
    @Override
    public int compareTo(Row other) {
        return Arrays.compareUnsigned(key, other.key);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Row row && Arrays.equals(key, row.key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }

    @Override
    public String toString() {
        return "Row[" + limit + ", " + most + " in " + window + "]";
    }
}
