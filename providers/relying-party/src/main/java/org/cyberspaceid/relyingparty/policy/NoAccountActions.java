package org.cyberspaceid.relyingparty.policy;

import org.cyberspaceid.ownpages.OwnAction;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.Constants;
import org.keycloak.protocol.oidc.endpoints.request.AuthorizationEndpointRequest;
import org.keycloak.representations.idm.ClientPolicyExecutorConfigurationRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.AuthorizationRequestContext;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/**
 * No ISP starts an action on a citizen's account: Keycloak's {@code kc_action} would change passwords past our rules and ask for names and
 * mail addresses. The citizen's own pages start the citizen's own ({@link OwnAction}).
 */
final class NoAccountActions implements ClientPolicyExecutorProvider<ClientPolicyExecutorConfigurationRepresentation> {

    @Override
    public String getProviderId() {
        return NoAccountActionsFactory.PROVIDER_ID;
    }

    @Override
    public void executeOnEvent(ClientPolicyContext context) throws ClientPolicyException {
        if (context instanceof AuthorizationRequestContext request
                && !isAllowed(request.getAuthorizationEndpointRequest())) {
            throw new ClientPolicyException(OAuthErrorException.INVALID_REQUEST, "kc_action is not offered");
        }
    }

    static boolean isAllowed(AuthorizationEndpointRequest request) {
        return request.getAction() == null
                || (Constants.ACCOUNT_MANAGEMENT_CLIENT_ID.equals(request.getClientId())
                        && OwnAction.ofId(request.getAction()).isPresent());
    }
}
