package org.cyberspaceid.relyingparty.policy;

import org.cyberspaceid.relyingparty.ExecutorFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/** Names the executor {@value #PROVIDER_ID} for the realm's client profile. */
public final class NoRequestUriFactory extends ExecutorFactory {
    public static final String PROVIDER_ID = "no-request-uri";

    @Override
    public ClientPolicyExecutorProvider<?> create(KeycloakSession session) {
        return new NoRequestUri(session);
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getHelpText() {
        return "Refuses request_uri, unless it is of a pushed request.";
    }
}
