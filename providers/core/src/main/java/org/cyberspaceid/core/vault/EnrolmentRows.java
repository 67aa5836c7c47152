package org.cyberspaceid.core.vault;

import java.time.Instant;
import java.util.Optional;

/**
 * Half-finished enrolments: one sealed row each, gone after its deadline. Reads and writes take part in the current transaction;
 * a row past its deadline reads as absent.
 */
public interface EnrolmentRows {

    /**
     * Opens a row.
     *
     * @return its id: 256 random bits, base64url. The row stores only a hash of it
     */
    String open(byte[] state, Instant deadline);

    /** The state and its version. */
    Optional<Row> read(String id);

    /**
     * Replaces the state if nobody else did since it was read.
     *
     * @return false when the version is no longer current or the row is gone
     */
    boolean replace(String id, long version, byte[] state);

    /** Deletes the row; false when it was gone. */
    boolean close(String id);

    /** Deletes every row past its deadline. */
    int purge(Instant now);

    /** A row as read. */
    record Row(long version, byte[] state) {}
}
