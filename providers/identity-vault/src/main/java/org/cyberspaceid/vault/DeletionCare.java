package org.cyberspaceid.vault;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.cyberspaceid.vault.store.Deletion;
import org.cyberspaceid.vault.store.DeletionJournal;
import org.cyberspaceid.vault.store.Deletions;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserManager;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Deletions outlive a restore: they are written to the journal outside the database, and done again when the server starts. */
final class DeletionCare {
    private static final Logger LOG = Logger.getLogger(DeletionCare.class);

    private final KeycloakSessionFactory server;
    private final VaultSettings settings;
    private final Clock clock;
    private final DeletionJournal journal;

    DeletionCare(KeycloakSessionFactory server, VaultSettings settings, Clock clock) {
        this.server = server;
        this.settings = settings;
        this.clock = clock;
        this.journal = new DeletionJournal(settings.deletionJournal());
    }

    /** Before the server answers anybody. */
    void replay() {
        List<Deletion> deleted = journal.read();
        List<Deletion> back = KeycloakModelUtils.runJobInTransactionWithResult(
                server, session -> deletions(session).thereAgain(deleted));
        back.forEach(deletion -> KeycloakModelUtils.runJobInTransaction(server, session -> delete(session, deletion)));
        if (!back.isEmpty()) {
            LOG.warnf("A restored backup had brought %d deleted people back; they are deleted again", back.size());
        }
    }

    private static void delete(KeycloakSession session, Deletion deletion) {
        RealmModel realm = session.realms().getRealm(deletion.realmId());
        if (realm == null) {
            return;
        }
        session.getContext().setRealm(realm);
        UserModel user = session.users().getUserById(realm, deletion.userId());
        if (user != null) {
            new UserManager(session).removeUser(realm, user);
        }
    }

    void tend() {
        KeycloakModelUtils.runJobInTransaction(
                server, session -> deletions(session).write(journal));
        Instant oldestBackup = clock.instant().minus(settings.backupRetention());
        KeycloakModelUtils.runJobInTransaction(
                server, session -> deletions(session).dropBefore(oldestBackup));
        journal.dropBefore(oldestBackup);
    }

    private static Deletions deletions(KeycloakSession session) {
        return new Deletions(VaultHousekeeping.entities(session));
    }
}
