package org.cyberspaceid.signin.language;

import org.keycloak.Config;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.locale.LocaleSelectorProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Goes before Keycloak's own selector, in every realm. */
public final class ScriptAwareLocaleSelectorFactory implements LocaleSelectorProviderFactory {
    public static final String PROVIDER_ID = "script-aware";

    private static final int BEFORE_STOCK = 10;

    @Override
    public LocaleSelectorProvider create(KeycloakSession session) {
        return new ScriptAwareLocaleSelector(session);
    }

    @Override
    public void init(Config.Scope config) {
        // No settings.
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // Nothing to prepare.
    }

    @Override
    public void close() {
        // Holds nothing.
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
