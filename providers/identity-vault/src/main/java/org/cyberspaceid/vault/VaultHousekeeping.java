package org.cyberspaceid.vault;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.cyberspaceid.vault.keys.Keyring;
import org.cyberspaceid.vault.management.KeyManagementProviderFactory;
import org.cyberspaceid.vault.store.KeyCheck;
import org.cyberspaceid.vault.store.SealedConsents;
import org.cyberspaceid.vault.store.SealedEnrolments;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.keycloak.timer.ScheduledTask;
import org.keycloak.timer.TimerProvider;

/**
 * What the vault does by itself. When the server starts: refuses keys that are not this database's, and deletes people again whom a
 * restored backup brought back. From then on, regularly and on every node: deletes overdue enrolments and consents, looks after the record keys,
 * writes deletions to the journal, tells the audit log how often the HSM's keys were used. (A person's row goes with the Keycloak user, by the database itself.)
 */
final class VaultHousekeeping implements ProviderEventListener, ScheduledTask {
    private static final Logger LOG = Logger.getLogger(VaultHousekeeping.class);
    private static final Logger AUDIT = Logger.getLogger("org.cyberspaceid.audit");

    private final KeycloakSessionFactory server;
    private final KeyManagementProviderFactory management;
    private final Keyring keys;
    private final VaultSettings settings;
    private final Clock clock;
    private final RecordKeyCare recordKeys;
    private final DeletionCare deletions;

    VaultHousekeeping(
            KeycloakSessionFactory server,
            KeyManagementProviderFactory management,
            VaultSettings settings,
            Clock clock) {
        this.server = server;
        this.management = management;
        this.keys = management.keyring();
        this.settings = settings;
        this.clock = clock;
        this.recordKeys = new RecordKeyCare(server, keys, settings, clock);
        this.deletions = new DeletionCare(server, settings, clock);
    }

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof PostMigrationEvent) {
            start();
        } else if (event instanceof RealmRemovedEvent removed) {
            EntityManager entities = entities(removed.getKeycloakSession());
            SealedEnrolments.removeRealm(entities, removed.getRealm().getId());
            SealedConsents.removeRealm(entities, removed.getRealm().getId());
        }
    }

    private void start() {
        KeycloakModelUtils.runJobInTransaction(server, session -> KeyCheck.require(entities(session), keys));
        recordKeys.enter();
        deletions.replay();
        KeycloakModelUtils.runJobInTransaction(
                server,
                session -> session.getProvider(TimerProvider.class)
                        .scheduleTask(this, settings.housekeeping().toMillis(), getTaskName()));
    }

    @Override
    public void run(KeycloakSession session) {
        SealedEnrolments.purge(entities(session), clock.instant());
        SealedConsents.purge(entities(session), clock);
        care("the keyset file", keys::refresh);
        care("record keys", recordKeys::tend);
        care("deletions", deletions::tend);
        management.keyUse().ifPresent(AUDIT::info);
    }

    /** A key folder that cannot be written must not keep deletions from their journal. */
    private static void care(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "Housekeeping of the vault failed: %s. It is tried again at the next round", what);
        }
    }

    @Override
    public String getTaskName() {
        return "cyberspace-id-vault-housekeeping";
    }

    static EntityManager entities(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
