package org.cyberspaceid.vault;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import org.cyberspaceid.vault.keys.Keyring;
import org.cyberspaceid.vault.store.KeyCheck;
import org.cyberspaceid.vault.store.SealedEnrolments;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.keycloak.timer.ScheduledTask;
import org.keycloak.timer.TimerProvider;

/**
 * When the server starts, refuses keys that are not this database's. From then on, deletes what nobody needs any longer: overdue enrolments of all realms every minute, and those of a realm that was removed. (A
 * person's row goes with the Keycloak user, by the database itself.) Every node does it: a delete that finds nothing costs nothing.
 */
final class VaultHousekeeping implements ProviderEventListener, ScheduledTask {
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final Keyring keys;
    private final Clock clock;

    VaultHousekeeping(Keyring keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof PostMigrationEvent started) {
            KeycloakModelUtils.runJobInTransaction(started.getFactory(), this::start);
        } else if (event instanceof RealmRemovedEvent removed) {
            SealedEnrolments.removeRealm(
                    entities(removed.getKeycloakSession()), removed.getRealm().getId());
        }
    }

    private void start(KeycloakSession session) {
        KeyCheck.require(entities(session), keys);
        session.getProvider(TimerProvider.class).scheduleTask(this, INTERVAL.toMillis(), getTaskName());
    }

    @Override
    public void run(KeycloakSession session) {
        SealedEnrolments.purge(entities(session), clock.instant());
    }

    @Override
    public String getTaskName() {
        return "cyberspace-id-overdue-enrolments";
    }

    private static EntityManager entities(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
