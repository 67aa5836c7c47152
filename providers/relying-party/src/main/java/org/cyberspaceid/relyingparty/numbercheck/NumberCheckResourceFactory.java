package org.cyberspaceid.relyingparty.numbercheck;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** For help desks: whether a network number was typed right. At {@code /realms/{realm}/network-number}. */
public final class NumberCheckResourceFactory implements RealmResourceProviderFactory {
    /** The last part of the address. */
    public static final String PROVIDER_ID = "network-number";

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new RealmResourceProvider() {
            @Override
            public Object getResource() {
                return new NumberCheckResource(session);
            }

            @Override
            public void close() {
                // Holds nothing.
            }
        };
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
}
