package org.cyberspaceid.signin.throttle;

import org.keycloak.models.KeycloakSession;
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
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public int order() {
        return BEFORE_STOCK;
    }
}
