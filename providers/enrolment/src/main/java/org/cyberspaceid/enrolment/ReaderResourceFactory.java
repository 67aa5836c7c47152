package org.cyberspaceid.enrolment;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** What a reader calls: claim and submit; and the page for whoever follows the link without one. Below {@code /realms/{realm}/reader}. */
public final class ReaderResourceFactory implements RealmResourceProviderFactory {
    public static final String PROVIDER_ID = "reader";

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new RealmResourceProvider() {
            @Override
            public Object getResource() {
                return new ReaderResource(session);
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
