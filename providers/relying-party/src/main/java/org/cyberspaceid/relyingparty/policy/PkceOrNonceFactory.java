package org.cyberspaceid.relyingparty.policy;

import org.cyberspaceid.relyingparty.ExecutorFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/** Names the executor {@value #PROVIDER_ID} for the realm's client profile. */
public final class PkceOrNonceFactory extends ExecutorFactory {
    public static final String PROVIDER_ID = "pkce-or-nonce";

    @Override
    public ClientPolicyExecutorProvider<?> create(KeycloakSession session) {
        return new PkceOrNonce();
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getHelpText() {
        return "Requires PKCE with S256, or nonce where the ISP contract of a confidential client says so.";
    }
}
