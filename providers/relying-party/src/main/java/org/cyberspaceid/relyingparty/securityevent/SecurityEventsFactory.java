package org.cyberspaceid.relyingparty.securityevent;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.cyberspaceid.relyingparty.policy.OurRealm;
import org.cyberspaceid.vault.IdFrozenEvent;
import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;

/** A listener that no realm has to name; each node's deliveries run beside it, on threads of their own: Keycloak's timer has one for all. */
public final class SecurityEventsFactory implements EventListenerProviderFactory {
    public static final String PROVIDER_ID = "security-events";

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final ScheduledExecutorService sender = thread("cyberspace-id-security-events");
    private final ScheduledExecutorService deadline = thread("cyberspace-id-security-events-deadline");

    private static ScheduledExecutorService thread(String name) {
        return Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void postInit(KeycloakSessionFactory server) {
        server.register(event -> hear(server, event));
    }

    private void hear(KeycloakSessionFactory server, ProviderEvent event) {
        if (event instanceof PostMigrationEvent) {
            sender.scheduleWithFixedDelay(
                    new Delivery(server, deadline), PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } else if (event instanceof UserModel.UserPreRemovedEvent removed && OurRealm.is(removed.getRealm())) {
            // Before the removal: afterwards nobody can say which ISPs it concerns.
            tell(removed.getKeycloakSession(), removed.getRealm(), removed.getUser(), SecurityEventType.ACCOUNT_PURGED);
        } else if (event instanceof IdFrozenEvent changed && OurRealm.is(changed.realm())) {
            tell(
                    changed.session(),
                    changed.realm(),
                    changed.user(),
                    changed.frozen() ? SecurityEventType.ACCOUNT_DISABLED : SecurityEventType.ACCOUNT_ENABLED);
        }
    }

    private static void tell(KeycloakSession session, RealmModel realm, UserModel user, SecurityEventType type) {
        RealmModel before = session.getContext().getRealm();
        session.getContext().setRealm(realm);
        try {
            new SecurityEvents(session).tell(user, type);
        } finally {
            session.getContext().setRealm(before);
        }
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new SecurityEventsListener(session);
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to set
    }

    @Override
    public void close() {
        sender.shutdown();
        deadline.shutdown();
    }
}
