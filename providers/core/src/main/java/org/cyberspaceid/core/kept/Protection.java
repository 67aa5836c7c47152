package org.cyberspaceid.core.kept;

/** What stands between something that is kept and a thief of the database. */
public enum Protection {
    /** Encrypted, under a key that is not in the database. */
    SEALED("sealed"),
    /** A hash that nobody can compute, or guess back, without a key that is not in the database. */
    KEYED_HASH("keyed hash"),
    /** Argon2id over a keyed hash: slow to guess, and not at all without the key. */
    PEPPERED_HASH("peppered Argon2id"),
    /** Random, or a hash of random bits: it says nothing by itself. */
    RANDOM("random"),
    /** Readable as it stands. */
    PLAIN("plain");

    private final String words;

    Protection(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
