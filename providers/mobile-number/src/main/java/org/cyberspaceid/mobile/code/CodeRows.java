package org.cyberspaceid.mobile.code;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Table {@code CID_SMS_CODE}: the one open code of a purpose and number, as keyed hashes. */
final class CodeRows {
    private final EntityManager database;

    CodeRows(EntityManager database) {
        this.database = database;
    }

    /** Puts a code in the place of the one before. */
    void put(byte[] key, byte[] codeHash, int tries, Instant expiresAt) {
        database.createNativeQuery("INSERT INTO CID_SMS_CODE (CODE_KEY, CODE_HASH, TRIES_LEFT, EXPIRES_AT)"
                        + " VALUES (:key, :hash, :tries, :expires) ON CONFLICT (CODE_KEY) DO UPDATE"
                        + " SET CODE_HASH = :hash, TRIES_LEFT = :tries, EXPIRES_AT = :expires")
                .setParameter("key", key)
                .setParameter("hash", codeHash)
                .setParameter("tries", tries)
                .setParameter("expires", expiresAt.toEpochMilli())
                .executeUpdate();
    }

    /**
     * Takes one of the tries that are left. One statement: guesses at the same time wait for each other on the row, and the condition is
     * looked at again after the wait, so that there are never more tries than were given.
     */
    Optional<Try> takeTry(byte[] key, Instant now) {
        List<?> rows = database.createNativeQuery("UPDATE CID_SMS_CODE SET TRIES_LEFT = TRIES_LEFT - 1"
                        + " WHERE CODE_KEY = :key AND TRIES_LEFT > 0 AND EXPIRES_AT > :now"
                        + " RETURNING CODE_HASH, TRIES_LEFT")
                .setParameter("key", key)
                .setParameter("now", now.toEpochMilli())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .findFirst()
                .map(r -> new Try((byte[]) r[0], ((Number) r[1]).intValue()));
    }

    /** Whether a code is there whose time has not run out. */
    boolean isOpen(byte[] key, Instant now) {
        return !database.createNativeQuery("SELECT 1 FROM CID_SMS_CODE WHERE CODE_KEY = :key AND EXPIRES_AT > :now")
                .setParameter("key", key)
                .setParameter("now", now.toEpochMilli())
                .getResultList()
                .isEmpty();
    }

    void remove(byte[] key) {
        database.createNativeQuery("DELETE FROM CID_SMS_CODE WHERE CODE_KEY = :key")
                .setParameter("key", key)
                .executeUpdate();
    }

    int purge(Instant now) {
        return database.createNativeQuery(
                        "DELETE FROM CID_SMS_CODE WHERE CODE_KEY IN (SELECT CODE_KEY FROM CID_SMS_CODE"
                                + " WHERE EXPIRES_AT <= :now FOR UPDATE SKIP LOCKED)")
                .setParameter("now", now.toEpochMilli())
                .executeUpdate();
    }

    /** A try that was taken: what to compare with, and how many are left after it. */
    record Try(byte[] codeHash, int left) {}
}
