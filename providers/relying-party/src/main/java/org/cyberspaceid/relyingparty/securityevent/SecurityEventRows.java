package org.cyberspaceid.relyingparty.securityevent;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntFunction;
import org.cyberspaceid.vault.store.DurableCommit;

/** Table {@code CID_SECURITY_EVENT}: what waits for its second, or for an ISP that did not answer. A row names nobody. */
final class SecurityEventRows {
    private static final int ID = 0;
    private static final int REALM = 1;
    private static final int ATTEMPTS = 2;
    private static final int SEALED = 3;

    private final EntityManager database;

    SecurityEventRows(EntityManager database) {
        this.database = database;
    }

    /**
     * A row that is due: it is its taker's until the next attempt.
     *
     * @param attempt that begins, the first is 1
     */
    record Row(byte[] id, String realmId, int attempt, byte[] sealed) {}

    void add(byte[] id, String realmId, Instant due, byte[] sealed) {
        DurableCommit.require(database);
        database.createNativeQuery("INSERT INTO CID_SECURITY_EVENT (ID, REALM_ID, DUE_AT, ATTEMPTS, SEALED)"
                        + " VALUES (:id, :realm, :due, 0, :sealed)")
                .setParameter("id", id)
                .setParameter("realm", realmId)
                .setParameter("due", due.toEpochMilli())
                .setParameter("sealed", sealed)
                .executeUpdate();
    }

    /**
     * The row that is due longest, and no other node's. It is due again after a while: if its taker stops half-way, somebody else goes on.
     *
     * @param nextDue when, by the number of the attempt that begins
     */
    Optional<Row> take(Instant now, IntFunction<Instant> nextDue) {
        return database.createNativeQuery("SELECT ID, REALM_ID, ATTEMPTS, SEALED FROM CID_SECURITY_EVENT"
                        + " WHERE DUE_AT <= :now ORDER BY DUE_AT LIMIT 1 FOR UPDATE SKIP LOCKED")
                .setParameter("now", now.toEpochMilli())
                .getResultStream()
                .findFirst()
                .map(found -> taken((Object[]) found, nextDue));
    }

    private Row taken(Object[] found, IntFunction<Instant> nextDue) {
        int attempt = ((Number) found[ATTEMPTS]).intValue() + 1;
        database.createNativeQuery("UPDATE CID_SECURITY_EVENT SET ATTEMPTS = :attempt, DUE_AT = :due WHERE ID = :id")
                .setParameter("attempt", attempt)
                .setParameter("due", nextDue.apply(attempt).toEpochMilli())
                .setParameter("id", found[ID])
                .executeUpdate();
        return new Row((byte[]) found[ID], (String) found[REALM], attempt, (byte[]) found[SEALED]);
    }

    void delete(byte[] id) {
        database.createNativeQuery("DELETE FROM CID_SECURITY_EVENT WHERE ID = :id")
                .setParameter("id", id)
                .executeUpdate();
    }
}
