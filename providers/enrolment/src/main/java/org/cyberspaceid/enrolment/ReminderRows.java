package org.cyberspaceid.enrolment;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import org.cyberspaceid.vault.store.DurableCommit;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** Table {@code CID_EXPIRY_REMINDER}: when to look at somebody's document next. The day itself is in the sealed record only. */
final class ReminderRows {
    private static final int BATCH = 50;
    private static final int USER = 0;
    private static final int REMINDED = 1;
    private static final int REALM = 2;

    private final EntityManager database;

    ReminderRows(EntityManager database) {
        this.database = database;
    }

    static ReminderRows of(KeycloakSession session) {
        return new ReminderRows(session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    /** Somebody whose turn it is; no other node's in this transaction. */
    record Row(String userId, int reminded, String realmId) {}

    /** A new document: everything from the beginning. */
    void begin(String userId, LocalDate expiresOn, LocalDate today) {
        DurableCommit.require(database);
        remove(userId);
        int past = new ReminderPlan(expiresOn, 0).pastOn(today);
        LocalDate look = past > 0
                ? today
                : new ReminderPlan(expiresOn, 0).nextLook(today).orElse(today);
        database.createNativeQuery(
                        "INSERT INTO CID_EXPIRY_REMINDER (USER_ID, LOOK_ON, REMINDED) VALUES (:user, :look, 0)")
                .setParameter("user", userId)
                .setParameter("look", Math.toIntExact(look.toEpochDay()))
                .executeUpdate();
    }

    List<Row> due(LocalDate today) {
        List<?> rows = database.createNativeQuery("SELECT R.USER_ID, R.REMINDED, I.REALM_ID FROM CID_EXPIRY_REMINDER R"
                        + " JOIN CID_IDENTITY I ON I.USER_ID = R.USER_ID WHERE R.LOOK_ON <= :today"
                        + " ORDER BY R.LOOK_ON LIMIT " + BATCH + " FOR UPDATE OF R SKIP LOCKED")
                .setParameter("today", Math.toIntExact(today.toEpochDay()))
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Row((String) row[USER], ((Number) row[REMINDED]).intValue(), (String) row[REALM]))
                .toList();
    }

    void looked(String userId, int reminded, LocalDate next) {
        DurableCommit.require(database);
        database.createNativeQuery(
                        "UPDATE CID_EXPIRY_REMINDER SET REMINDED = :reminded, LOOK_ON = :next WHERE USER_ID = :user")
                .setParameter("reminded", (short) reminded)
                .setParameter("next", Math.toIntExact(next.toEpochDay()))
                .setParameter("user", userId)
                .executeUpdate();
    }

    void remove(String userId) {
        DurableCommit.require(database);
        database.createNativeQuery("DELETE FROM CID_EXPIRY_REMINDER WHERE USER_ID = :user")
                .setParameter("user", userId)
                .executeUpdate();
    }
}
