package org.cyberspaceid.signin.level;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProviderFactory;

/** Names the executor for the realm's client profile. */
public final class LevelsReachableFactory implements ClientPolicyExecutorProviderFactory {
    /** As named in the realm's client profile. */
    public static final String PROVIDER_ID = "levels-reachable";

    @Override
    public ClientPolicyExecutorProvider<?> create(KeycloakSession session) {
        return new LevelsReachable(session);
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getHelpText() {
        return "Answers an essential acr that cannot be reached with unmet_authentication_requirements.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
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
