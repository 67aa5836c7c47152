package org.cyberspaceid.relyingparty.policy;

import org.cyberspaceid.relyingparty.ExecutorFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/** Names the executor {@value #PROVIDER_ID} for the realm's client profile. */
public final class NoAccountActionsFactory extends ExecutorFactory {
    public static final String PROVIDER_ID = "no-account-actions";

    @Override
    public ClientPolicyExecutorProvider<?> create(KeycloakSession session) {
        return new NoAccountActions(session);
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getHelpText() {
        return "Refuses kc_action: no service starts an action on a citizen's account.";
    }
}
