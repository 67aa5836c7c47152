package org.cyberspaceid.relyingparty.claims;

import org.cyberspaceid.relyingparty.ExecutorFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/** Names the executor for the realm's client profile. */
public final class ClaimsRequestCheckedFactory extends ExecutorFactory {
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
}
