package org.cyberspaceid.signin.session;

import java.security.SecureRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocolFactory;
import org.keycloak.protocol.oidc.OIDCProviderConfig;

/** Takes the place of Keycloak's {@code openid-connect}, in all realms; in those that are not ours it does the same. */
public final class PerIspLogoutFactory extends OIDCLoginProtocolFactory {
    private static final int BEFORE_STOCK = UI_ORDER + 10;
    private static final int WORKERS = 4;
    private static final int LONGEST_GAP = 3;

    private final SecureRandom random = new SecureRandom();
    private ScheduledExecutorService workers;
    private LogoutQueue queue;
    private OIDCProviderConfig config;

    @Override
    public void init(Config.Scope scope) {
        super.init(scope);
        config = new OIDCProviderConfig(scope);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        super.postInit(factory);
        workers = Executors.newScheduledThreadPool(WORKERS, work -> {
            Thread thread = new Thread(work, "cyberspace-id-logout");
            thread.setDaemon(true);
            return thread;
        });
        queue = new LogoutQueue(workers, new LogoutTimes(() -> 1L + random.nextInt(LONGEST_GAP)));
    }

    @Override
    public LoginProtocol create(KeycloakSession session) {
        return new PerIspLogout(config, queue).setSession(session);
    }

    @Override
    public int order() {
        return BEFORE_STOCK;
    }

    @Override
    public void close() {
        super.close();
        if (workers != null) {
            workers.shutdown();
        }
    }
}
