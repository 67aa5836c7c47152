package org.cyberspaceid.core.vault;

import java.util.Optional;

/** Seals what waits in a table for a few days until it is sent: who has the table reads nothing, and learns nothing by a length. */
public interface QueueSeal {
    /** Bytes that a message may have at most. */
    int LONGEST = 1024;

    /**
     * The message, filled up to one length for all.
     *
     * @param rowId of the row it waits in; it opens in no other
     * @throws IllegalArgumentException when it is longer than {@link #LONGEST}
     */
    byte[] seal(byte[] rowId, String message);

    /** The message, if it was sealed for this row under a key that is still there. */
    Optional<String> open(byte[] rowId, byte[] unverified);
}
