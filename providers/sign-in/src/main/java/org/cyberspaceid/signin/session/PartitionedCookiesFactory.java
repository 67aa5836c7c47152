package org.cyberspaceid.signin.session;

import org.keycloak.cookie.CookieProvider;
import org.keycloak.cookie.DefaultCookieProviderFactory;
import org.keycloak.models.KeycloakSession;

/** The provider {@value #PROVIDER_ID}, before Keycloak's own. */
public final class PartitionedCookiesFactory extends DefaultCookieProviderFactory {
    /** Named in no setting: the order decides. */
    public static final String PROVIDER_ID = "one-session-per-isp";

    private static final int BEFORE_STOCK = 10;

    @Override
    public CookieProvider create(KeycloakSession session) {
        return new PartitionedCookies(session);
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
