package org.cyberspaceid.signin.session;

import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** The listener {@value #PROVIDER_ID}: always on, so that nobody can switch it off by a realm setting. */
public final class NotMeFactory implements EventListenerProviderFactory {
    /** As Keycloak lists it. */
    public static final String PROVIDER_ID = "cyberspace-id-not-me";

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new NotMe(session);
    }

    @Override
    public boolean isGlobal() {
        return true;
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
