package org.cyberspaceid.vault.store;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Consumer;
import org.cyberspaceid.vault.keys.TestKeys;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.connections.jpa.AsyncCommitIntegrator;

/** With Keycloak's own listener on the entity manager, and a deferred trigger that notes what holds when a transaction commits. */
class DurableCommitTest {
    private static final VaultDatabase DATABASE = VaultDatabase.running();

    @BeforeAll
    static void watchCommits() throws SQLException {
        AsyncCommitIntegrator.registerListeners(DATABASE.entities());
        DATABASE.execute("create table commits (mode text)");
        DATABASE.execute("create function note_commit() returns trigger language plpgsql as $$ begin"
                + " insert into commits values (current_setting('synchronous_commit')); return null; end $$");
        DATABASE.execute("create constraint trigger note_commit after insert on session_like"
                + " deferrable initially deferred for each row execute function note_commit()");
    }

    @BeforeEach
    void startEmpty() throws SQLException {
        DATABASE.execute("delete from commits");
    }

    @Test
    void keycloakLetsASessionBeLost() throws SQLException {
        assertThat(commitOfASessionAnd(em -> {})).isEqualTo("off");
    }

    @Test
    void aDeletionIsNotLost() throws SQLException {
        assertThat(commitOfASessionAnd(em -> new SealedIdentities(em, "realm", TestKeys.fixed()).remove("nobody")))
                .isEqualTo("on");
    }

    @Test
    void anEnrolmentIsNotLost() throws SQLException {
        String user = DATABASE.newUser();
        assertThat(commitOfASessionAnd(
                        em -> new SealedIdentities(em, "realm", TestKeys.fixed()).enrol(user, People.person(5, 5))))
                .isEqualTo("on");
    }

    private static String commitOfASessionAnd(Consumer<EntityManager> work) throws SQLException {
        DATABASE.inTransaction(em -> {
            SessionLikeEntity session = new SessionLikeEntity();
            session.id = UUID.randomUUID().toString();
            em.persist(session);
            work.accept(em);
            return session;
        });
        try (var connection = DATABASE.connection();
                var statement = connection.createStatement();
                ResultSet commits = statement.executeQuery("select mode from commits")) {
            assertThat(commits.next()).isTrue();
            return commits.getString(1);
        }
    }
}
