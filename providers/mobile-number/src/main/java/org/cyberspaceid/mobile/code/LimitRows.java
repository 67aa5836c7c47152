package org.cyberspaceid.mobile.code;

import jakarta.persistence.EntityManager;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Table {@code CID_SMS_LIMIT}: when messages went to a number in the last day, the number as a keyed hash. */
final class LimitRows {
    private final EntityManager database;

    LimitRows(EntityManager database) {
        this.database = database;
    }

    /**
     * The sendings of a number, oldest first; nobody else gets them from here until this transaction ends. One statement, so that
     * {@link #purge} cannot come between finding the row and locking it.
     */
    List<Instant> lock(byte[] number) {
        return times(database.createNativeQuery("INSERT INTO CID_SMS_LIMIT (NUMBER_INDEX, SENT_AT, LAST_SENT_AT)"
                        + " VALUES (:number, :none, 0) ON CONFLICT (NUMBER_INDEX) DO UPDATE"
                        + " SET LAST_SENT_AT = CID_SMS_LIMIT.LAST_SENT_AT RETURNING SENT_AT")
                .setParameter("number", number)
                .setParameter("none", new byte[0])
                .getResultList());
    }

    /** The sendings of a number, oldest first. */
    List<Instant> read(byte[] number) {
        return times(database.createNativeQuery("SELECT SENT_AT FROM CID_SMS_LIMIT WHERE NUMBER_INDEX = :number")
                .setParameter("number", number)
                .getResultList());
    }

    void write(byte[] number, List<Instant> sent) {
        database.createNativeQuery("UPDATE CID_SMS_LIMIT SET SENT_AT = :sent, LAST_SENT_AT = :last"
                        + " WHERE NUMBER_INDEX = :number")
                .setParameter("number", number)
                .setParameter("sent", encode(sent))
                .setParameter("last", sent.get(sent.size() - 1).toEpochMilli())
                .executeUpdate();
    }

    /** Forgets numbers that got nothing since then. */
    int purge(Instant since) {
        return database.createNativeQuery(
                        "DELETE FROM CID_SMS_LIMIT WHERE NUMBER_INDEX IN"
                                + " (SELECT NUMBER_INDEX FROM CID_SMS_LIMIT WHERE LAST_SENT_AT <= :since FOR UPDATE SKIP LOCKED)")
                .setParameter("since", since.toEpochMilli())
                .executeUpdate();
    }

    private static List<Instant> times(List<?> rows) {
        return rows.isEmpty() ? List.of() : decode((byte[]) rows.get(0));
    }

    private static byte[] encode(List<Instant> sent) {
        ByteBuffer bytes = ByteBuffer.allocate(sent.size() * Long.BYTES);
        sent.forEach(at -> bytes.putLong(at.toEpochMilli()));
        return bytes.array();
    }

    private static List<Instant> decode(byte[] sent) {
        List<Instant> times = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(sent);
        while (bytes.hasRemaining()) {
            times.add(Instant.ofEpochMilli(bytes.getLong()));
        }
        return times;
    }
}
