package org.cyberspaceid.vault.limit;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Table {@code CID_ATTEMPT}: how many attempts were taken in a window that has begun. */
final class AttemptRows {
    private static final String LOCKED = "WITH LOCKED AS (SELECT ATTEMPT_KEY FROM CID_ATTEMPT"
            + " WHERE ATTEMPT_KEY IN (:keys) ORDER BY ATTEMPT_KEY FOR UPDATE) ";

    /** Hibernate (7.2) looks for the type of bytes anew in every answer of such a statement, and throws and catches an exception on its way. */
    private static final String KEY_AS_TEXT = "encode(ATTEMPT_KEY, 'hex')";

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
        String values = IntStream.range(0, rows.size())
                .mapToObj(i -> "(:key" + i + ", 1, :most" + i + ", :end" + i + ")")
                .collect(Collectors.joining(", "));
        Query query = database.createNativeQuery(
                        "INSERT INTO CID_ATTEMPT (ATTEMPT_KEY, TAKEN, MOST, EXPIRES_AT) VALUES "
                                + values + " ON CONFLICT (ATTEMPT_KEY) DO UPDATE SET MOST = EXCLUDED.MOST,"
                                + " TAKEN = CASE WHEN CID_ATTEMPT.EXPIRES_AT > :now THEN CID_ATTEMPT.TAKEN + 1 ELSE 1 END,"
                                + " EXPIRES_AT = CASE WHEN CID_ATTEMPT.EXPIRES_AT > :now THEN CID_ATTEMPT.EXPIRES_AT"
                                + " ELSE EXCLUDED.EXPIRES_AT END"
                                + " WHERE CID_ATTEMPT.EXPIRES_AT <= :now OR CID_ATTEMPT.TAKEN < EXCLUDED.MOST"
                                + " RETURNING " + KEY_AS_TEXT)
                .setParameter("now", now.toEpochMilli());
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            query.setParameter("key" + i, row.key())
                    .setParameter("most" + i, row.most())
                    .setParameter("end" + i, row.endFrom(now).toEpochMilli());
        }
        return keys(query.getResultList());
    }

    void giveBack(List<byte[]> keys) {
        database.createNativeQuery(LOCKED + "UPDATE CID_ATTEMPT SET TAKEN = TAKEN - 1 WHERE TAKEN > 0"
                        + " AND ATTEMPT_KEY IN (SELECT ATTEMPT_KEY FROM LOCKED)")
                .setParameter("keys", keys)
                .executeUpdate();
    }

    void forget(List<byte[]> keys) {
        database.createNativeQuery(
                        LOCKED + "DELETE FROM CID_ATTEMPT WHERE ATTEMPT_KEY IN (SELECT ATTEMPT_KEY FROM LOCKED)")
                .setParameter("keys", keys)
                .executeUpdate();
    }

    /** The keys of the rows that have none left. */
    List<byte[]> exhausted(List<byte[]> keys, Instant now) {
        return keys(database.createNativeQuery("SELECT " + KEY_AS_TEXT
                        + " FROM CID_ATTEMPT WHERE ATTEMPT_KEY IN (:keys)" + " AND EXPIRES_AT > :now AND TAKEN >= MOST")
                .setParameter("keys", keys)
                .setParameter("now", now.toEpochMilli())
                .getResultList());
    }

    int purge(Instant now) {
        return database.createNativeQuery("DELETE FROM CID_ATTEMPT WHERE ATTEMPT_KEY IN"
                        + " (SELECT ATTEMPT_KEY FROM CID_ATTEMPT WHERE EXPIRES_AT <= :now FOR UPDATE SKIP LOCKED)")
                .setParameter("now", now.toEpochMilli())
                .executeUpdate();
    }

    private static List<byte[]> keys(List<?> rows) {
        return rows.stream().map(key -> HexFormat.of().parseHex((String) key)).toList();
    }
}
