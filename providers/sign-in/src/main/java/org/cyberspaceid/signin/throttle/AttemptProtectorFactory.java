package org.cyberspaceid.signin.throttle;

import org.cyberspaceid.vault.IdRecoveredEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.managers.BruteForceProtector;
import org.keycloak.services.managers.DefaultBruteForceProtectorFactory;

/** The provider {@value #PROVIDER_ID}, before Keycloak's own. */
public final class AttemptProtectorFactory extends DefaultBruteForceProtectorFactory {
    /** Named in no setting: the order decides. */
    public static final String PROVIDER_ID = "counted-attempts";

    private static final int BEFORE_STOCK = 10;

    @Override
    public BruteForceProtector create(KeycloakSession session) {
        return new AttemptProtector(session, super.create(session));
    }

    @Override
    public void postInit(KeycloakSessionFactory server) {
        super.postInit(server);
        server.register(event -> {
            if (event instanceof IdRecoveredEvent recovered) {
                new Throttle(recovered.session(), recovered.realm()).recovered(recovered.user());
            }
        });
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public int order() {
        return BEFORE_STOCK;
    }
}
