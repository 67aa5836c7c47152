package org.cyberspaceid.relyingparty.policy;

import org.keycloak.OAuthErrorException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.ClientPolicyExecutorConfigurationRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.AuthorizationRequestContext;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/**
 * No ISP starts an action on a citizen's account: Keycloak's {@code kc_action} would change passwords past our rules and ask for names and
 * mail addresses. What is enabled of ours, a citizen starts from their own pages, which are Keycloak's client {@code account}.
 */
final class NoAccountActions implements ClientPolicyExecutorProvider<ClientPolicyExecutorConfigurationRepresentation> {
    private final KeycloakSession session;

    NoAccountActions(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public String getProviderId() {
        return NoAccountActionsFactory.PROVIDER_ID;
    }

    @Override
    public void executeOnEvent(ClientPolicyContext context) throws ClientPolicyException {
        if (context instanceof AuthorizationRequestContext request
                && request.getAuthorizationEndpointRequest().getAction() != null
                && !isOfOwnPages(session.getContext().getClient())) {
            throw new ClientPolicyException(OAuthErrorException.INVALID_REQUEST, "kc_action is not offered");
        }
    }

    private static boolean isOfOwnPages(ClientModel client) {
        return client != null && Constants.ACCOUNT_MANAGEMENT_CLIENT_ID.equals(client.getClientId());
    }
}
