package org.cyberspaceid.signin.session;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.representations.LogoutToken;
import org.keycloak.services.managers.ResourceAdminManager;

/** Logout tokens that wait for their second, and for the sign-out itself: if that is rolled back, nobody is told. */
final class LogoutQueue {
    private static final Logger LOG = Logger.getLogger(LogoutQueue.class);
    private static final long LATEST_WARNING = Duration.ofHours(1).toSeconds();

    private final ScheduledExecutorService workers;
    private final LogoutTimes times;

    LogoutQueue(ScheduledExecutorService workers, LogoutTimes times) {
        this.workers = workers;
        this.times = times;
    }

    /** Tells the ISP of this session, if it wants to hear of it. */
    void tell(KeycloakSession session, AuthenticatedClientSessionModel ended) {
        ClientModel client = ended.getClient();
        String address = ResourceAdminManager.getBackchannelLogoutUrl(session, client);
        if (address == null) {
            return;
        }
        LogoutCall call = new LogoutCall(
                session.getKeycloakSessionFactory(),
                ended.getRealm().getId(),
                client.getClientId(),
                address,
                token(session, ended),
                times.next(ended.getUserSession().getUser().getId(), Time.currentTime()),
                this::warnLater);
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                schedule(call);
            }

            @Override
            protected void rollbackImpl() {
                // the session goes on
            }
        });
    }

    /** Keycloak's own token with the ISP's own {@code sub} and {@code sid}; mappers look at the client in the context. */
    private static LogoutToken token(KeycloakSession session, AuthenticatedClientSessionModel ended) {
        UserModel user = ended.getUserSession().getUser();
        ClientModel before = session.getContext().getClient();
        session.getContext().setClient(ended.getClient());
        try {
            return session.tokens().initLogoutToken(ended.getClient(), user, ended);
        } finally {
            session.getContext().setClient(before);
        }
    }

    /** At a random time within the hour: in this second the line, which names the ISP, would lie next to the person's sign-out. */
    private void warnLater(String complaint) {
        workers.schedule(
                () -> LOG.warn(complaint), ThreadLocalRandom.current().nextLong(LATEST_WARNING), TimeUnit.SECONDS);
    }

    private void schedule(LogoutCall call) {
        long wait = Instant.ofEpochSecond(call.second()).toEpochMilli() - Time.currentTimeMillis();
        workers.schedule(call, Math.max(0, wait), TimeUnit.MILLISECONDS);
    }
}
