package org.cyberspaceid.relyingparty.policy;

import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** A listener that no realm has to name, so that no administrator can take it off the list. */
public final class ContractVetoFactory implements EventListenerProviderFactory {
    public static final String PROVIDER_ID = "contract-veto";

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new ContractVeto(session);
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
