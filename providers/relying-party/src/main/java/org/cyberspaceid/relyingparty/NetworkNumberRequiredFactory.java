package org.cyberspaceid.relyingparty;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/** Names the executor for the realm's client profile. */
public final class NetworkNumberRequiredFactory extends ExecutorFactory {
    /** As named in the realm's client profile. */
    public static final String PROVIDER_ID = "network-number-required";

    @Override
    public ClientPolicyExecutorProvider<?> create(KeycloakSession session) {
        return new NetworkNumberRequired(session);
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getHelpText() {
        return "Refuses a client that lacks the network number as sub, has scopes outside the table, mappers of its own,"
                + " Keycloak's consent, or no sector.";
    }
}
