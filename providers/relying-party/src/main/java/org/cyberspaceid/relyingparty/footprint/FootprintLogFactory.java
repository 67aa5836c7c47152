package org.cyberspaceid.relyingparty.footprint;

import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** The listener {@value #PROVIDER_ID}, which the realm names. */
public final class FootprintLogFactory implements EventListenerProviderFactory {
    public static final String PROVIDER_ID = "footprint-log";

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new FootprintLog(session);
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
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
