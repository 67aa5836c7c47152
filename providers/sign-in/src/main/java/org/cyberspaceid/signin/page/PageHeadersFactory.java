package org.cyberspaceid.signin.page;

import org.keycloak.headers.SecurityHeadersProvider;
import org.keycloak.headers.SecurityHeadersProviderFactory;
import org.keycloak.models.KeycloakSession;

/** In front of Keycloak's own, by {@link #order}. */
public final class PageHeadersFactory implements SecurityHeadersProviderFactory {
    public static final String PROVIDER_ID = "cyberspace-id-pages";

    private static final int BEFORE_STOCK = 10;

    @Override
    public SecurityHeadersProvider create(KeycloakSession session) {
        return new PageHeaders(session);
    }

    @Override
    public int order() {
        return BEFORE_STOCK;
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }
}
