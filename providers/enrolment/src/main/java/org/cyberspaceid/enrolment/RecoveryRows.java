package org.cyberspaceid.enrolment;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.cyberspaceid.vault.Rows;
import org.cyberspaceid.vault.store.DurableCommit;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Table {@code CID_RECOVERY}: recoveries that wait, one for an account. A row holds no password and no number: whoever comes back
 * proves document and face again and chooses both then. So nothing that was proved three days ago is relied on, and there is nothing
 * to steal.
 */
final class RecoveryRows {
    /** How long it can be taken up once the time has passed. */
    static final Duration OPEN = Duration.ofDays(14);

    private final EntityManager database;

    RecoveryRows(EntityManager database) {
        this.database = database;
    }

    static RecoveryRows of(KeycloakSession session) {
        return new RecoveryRows(session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    /** Begins to wait; false when one waits already: there is one, whoever comes first. */
    boolean begin(String userId, Instant now, Instant dueAt) {
        DurableCommit.require(database);
        purge(userId, now);
        return database.createNativeQuery("INSERT INTO CID_RECOVERY (USER_ID, DUE_AT, ENDS_AT)"
                                + " VALUES (:user, :due, :ends) ON CONFLICT DO NOTHING")
                        .setParameter("user", userId)
                        .setParameter("due", dueAt.toEpochMilli())
                        .setParameter("ends", dueAt.plus(OPEN).toEpochMilli())
                        .executeUpdate()
                == 1;
    }

    /** Since when the account can be recovered, or will be. */
    Optional<Instant> dueAt(String userId, Instant now) {
        return Rows.read(
                        database,
                        "SELECT DUE_AT FROM CID_RECOVERY WHERE USER_ID = ? AND ENDS_AT > ?",
                        row -> Instant.ofEpochMilli(row.getLong("DUE_AT")),
                        userId,
                        now.toEpochMilli())
                .stream()
                .findFirst();
    }

    /** Ends it; false when there was none. */
    boolean end(String userId) {
        DurableCommit.require(database);
        return database.createNativeQuery("DELETE FROM CID_RECOVERY WHERE USER_ID = :user")
                        .setParameter("user", userId)
                        .executeUpdate()
                == 1;
    }

    private void purge(String userId, Instant now) {
        database.createNativeQuery("DELETE FROM CID_RECOVERY WHERE USER_ID = :user AND ENDS_AT <= :now")
                .setParameter("user", userId)
                .setParameter("now", now.toEpochMilli())
                .executeUpdate();
    }

    int purge(Instant now) {
        return database.createNativeQuery("DELETE FROM CID_RECOVERY WHERE ENDS_AT <= :now")
                .setParameter("now", now.toEpochMilli())
                .executeUpdate();
    }

    /**
     * Takes the account for this transaction and tells when its password was set, as the database has it now: whoever waited for the
     * lock reads what the winner wrote.
     *
     * @return epoch milliseconds; 0 without a password
     */
    long lockAccount(String userId) {
        database.createNativeQuery("SELECT USER_ID FROM CID_IDENTITY WHERE USER_ID = :user FOR UPDATE")
                .setParameter("user", userId)
                .getResultList();
        return Rows.read(
                        database,
                        "SELECT CREATED_DATE FROM CREDENTIAL WHERE USER_ID = ? AND TYPE = 'password'",
                        row -> row.getLong("CREATED_DATE"),
                        userId)
                .stream()
                .findFirst()
                .orElse(0L);
    }
}
