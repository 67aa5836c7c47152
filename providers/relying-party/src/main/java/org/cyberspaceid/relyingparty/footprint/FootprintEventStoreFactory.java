package org.cyberspaceid.relyingparty.footprint;

import org.keycloak.Config;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.EventStoreProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Comes before Keycloak's store, and keeps in it. */
public final class FootprintEventStoreFactory implements EventStoreProviderFactory {
    private static final String STOCK = "jpa";
    private static final int BEFORE_STOCK = 10;

    @Override
    public EventStoreProvider create(KeycloakSession session) {
        return new FootprintEventStore(session.getProvider(EventStoreProvider.class, STOCK), session);
    }

    @Override
    public String getId() {
        return "footprint";
    }

    @Override
    public int order() {
        return BEFORE_STOCK;
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
