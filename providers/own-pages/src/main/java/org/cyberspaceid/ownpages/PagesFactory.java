package org.cyberspaceid.ownpages;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** What the factories of our pages below {@code /realms/{realm}/} have in common. The id is the next part of the address. */
public abstract class PagesFactory implements RealmResourceProviderFactory {
    /** The JAX-RS resource of a request. */
    protected abstract Object pages(KeycloakSession session);

    @Override
    public final RealmResourceProvider create(KeycloakSession session) {
        return new RealmResourceProvider() {
            @Override
            public Object getResource() {
                return pages(session);
            }

            @Override
            public void close() {
                // holds nothing
            }
        };
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to set
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to prepare
    }

    @Override
    public void close() {
        // holds nothing
    }
}
