package org.cyberspaceid.relyingparty;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProviderFactory;

/** Names the executor for the realm's client profile. */
public final class NetworkNumberRequiredFactory implements ClientPolicyExecutorProviderFactory {
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

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
