package org.cyberspaceid.vault.limit;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cyberspaceid.vault.Rows;

/** Table {@code CID_ATTEMPT}: how many attempts were taken in a window that has begun. */
final class AttemptRows {
    private static final String KEY = "ATTEMPT_KEY";

    private final EntityManager database;

    AttemptRows(EntityManager database) {
        this.database = database;
    }

    /**
     * Takes an attempt of every row that has one left. One statement: attempts at the same time wait for each other on the rows, and the
     * condition is looked at again after the wait.
     *
     * @param rows in their order, without doubles
     * @return the keys of the rows that had one
     */
    List<byte[]> take(List<Row> rows, Instant now) {
        List<Object> parameters = new ArrayList<>();
        for (Row row : rows) {
            parameters.addAll(List.of(row.key(), row.most(), row.endFrom(now).toEpochMilli()));
        }
        parameters.addAll(Collections.nCopies(3, now.toEpochMilli()));
        return Rows.read(
                database,
                "INSERT INTO CID_ATTEMPT (ATTEMPT_KEY, TAKEN, MOST, EXPIRES_AT) VALUES "
                        + String.join(", ", Collections.nCopies(rows.size(), "(?, 1, ?, ?)"))
                        + " ON CONFLICT (ATTEMPT_KEY) DO UPDATE SET MOST = EXCLUDED.MOST,"
                        + " TAKEN = CASE WHEN CID_ATTEMPT.EXPIRES_AT > ? THEN CID_ATTEMPT.TAKEN + 1 ELSE 1 END,"
                        + " EXPIRES_AT = CASE WHEN CID_ATTEMPT.EXPIRES_AT > ? THEN CID_ATTEMPT.EXPIRES_AT"
                        + " ELSE EXCLUDED.EXPIRES_AT END"
                        + " WHERE CID_ATTEMPT.EXPIRES_AT <= ? OR CID_ATTEMPT.TAKEN < EXCLUDED.MOST"
                        + " RETURNING ATTEMPT_KEY",
                row -> row.getBytes(KEY),
                parameters.toArray());
    }

    void giveBack(List<byte[]> keys) {
        Rows.change(
                database,
                locked(keys) + "UPDATE CID_ATTEMPT SET TAKEN = TAKEN - 1 WHERE TAKEN > 0"
                        + " AND ATTEMPT_KEY IN (SELECT ATTEMPT_KEY FROM LOCKED)",
                keys.toArray());
    }

    void forget(List<byte[]> keys) {
        Rows.change(
                database,
                locked(keys) + "DELETE FROM CID_ATTEMPT WHERE ATTEMPT_KEY IN (SELECT ATTEMPT_KEY FROM LOCKED)",
                keys.toArray());
    }

    private static String locked(List<byte[]> keys) {
        return "WITH LOCKED AS (SELECT ATTEMPT_KEY FROM CID_ATTEMPT WHERE ATTEMPT_KEY IN (" + Rows.marks(keys.size())
                + ") ORDER BY ATTEMPT_KEY FOR UPDATE) ";
    }

    /** The keys of the rows that have none left. */
    List<byte[]> exhausted(List<byte[]> keys, Instant now) {
        List<Object> parameters = new ArrayList<>(keys);
        parameters.add(now.toEpochMilli());
        return Rows.read(
                database,
                "SELECT ATTEMPT_KEY FROM CID_ATTEMPT WHERE ATTEMPT_KEY IN (" + Rows.marks(keys.size())
                        + ") AND EXPIRES_AT > ? AND TAKEN >= MOST",
                row -> row.getBytes(KEY),
                parameters.toArray());
    }

    int purge(Instant now) {
        return database.createNativeQuery("DELETE FROM CID_ATTEMPT WHERE ATTEMPT_KEY IN"
                        + " (SELECT ATTEMPT_KEY FROM CID_ATTEMPT WHERE EXPIRES_AT <= :now FOR UPDATE SKIP LOCKED)")
                .setParameter("now", now.toEpochMilli())
                .executeUpdate();
    }
}
