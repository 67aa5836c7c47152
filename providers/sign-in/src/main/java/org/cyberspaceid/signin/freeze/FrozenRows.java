package org.cyberspaceid.signin.freeze;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.cyberspaceid.vault.Rows;

/** Table {@code CID_FROZEN}: whose ID nobody signs in to. A row goes with its user. */
final class FrozenRows {
    private final EntityManager database;

    FrozenRows(EntityManager database) {
        this.database = database;
    }

    boolean has(String userId) {
        return !Rows.read(database, "SELECT FROM CID_FROZEN WHERE USER_ID = ?", row -> true, userId)
                .isEmpty();
    }

    void add(String userId, Instant now) {
        database.createNativeQuery(
                        "INSERT INTO CID_FROZEN (USER_ID, FROZEN_AT) VALUES (:user, :now) ON CONFLICT DO NOTHING")
                .setParameter("user", userId)
                .setParameter("now", now.toEpochMilli())
                .executeUpdate();
    }

    boolean remove(String userId) {
        return database.createNativeQuery("DELETE FROM CID_FROZEN WHERE USER_ID = :user")
                        .setParameter("user", userId)
                        .executeUpdate()
                == 1;
    }
}
