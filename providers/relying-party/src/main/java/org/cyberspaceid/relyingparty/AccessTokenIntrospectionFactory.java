package org.cyberspaceid.relyingparty;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProviderFactory;
import org.keycloak.protocol.oidc.TokenIntrospectionProvider;

/** Takes the place of Keycloak's provider of the same id. */
public final class AccessTokenIntrospectionFactory extends AccessTokenIntrospectionProviderFactory {
    private static final int BEFORE_STOCK = 10;

    @Override
    public TokenIntrospectionProvider create(KeycloakSession session) {
        return new WithoutUsername(super.create(session));
    }

    @Override
    public int order() {
        return BEFORE_STOCK;
    }
}
