package org.cyberspaceid.relyingparty.claims;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProviderFactory;

/** Names the executor for the realm's client profile. */
public final class ClaimsRequestCheckedFactory implements ClientPolicyExecutorProviderFactory {
    /** As named in the realm's client profile. */
    public static final String PROVIDER_ID = "claims-request-checked";

    @Override
    public ClientPolicyExecutorProvider<?> create(KeycloakSession session) {
        return new ClaimsRequestChecked(session);
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getHelpText() {
        return "Refuses a request for claims outside the client's allow-list, without legal basis, or in a form that would"
                + " leave personal data in a log.";
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
