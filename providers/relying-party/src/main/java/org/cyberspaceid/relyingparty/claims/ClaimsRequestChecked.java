package org.cyberspaceid.relyingparty.claims;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.par.clientpolicy.context.PushedAuthorizationRequestContext;
import org.keycloak.representations.idm.ClientPolicyExecutorConfigurationRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.AuthorizationRequestContext;
import org.keycloak.services.clientpolicy.context.ClientModelContext;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/**
 * Refuses a request for claims that the client may not make, before anybody is asked to sign in, and lets no name or number to compare
 * be stored. Each refusal is counted by Keycloak's own error event: client and code, no person.
 */
final class ClaimsRequestChecked
        implements ClientPolicyExecutorProvider<ClientPolicyExecutorConfigurationRepresentation> {
    private final KeycloakSession session;

    ClaimsRequestChecked(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public String getProviderId() {
        return ClaimsRequestCheckedFactory.PROVIDER_ID;
    }

    @Override
    public void executeOnEvent(ClientPolicyContext context) throws ClientPolicyException {
        try {
            switch (context.getEvent()) {
                case PUSHED_AUTHORIZATION_REQUEST ->
                    new PushedRequest(session, (PushedAuthorizationRequestContext) context).check(rule(context));
                case AUTHORIZATION_REQUEST ->
                    new AuthorizationRequest(session, (AuthorizationRequestContext) context).check(rule(context));
                default -> {
                    // No claims are asked for.
                }
            }
        } catch (ClaimsRefusedException refused) {
            throw new ClientPolicyException(
                    refused.problem().error(), refused.problem().code());
        }
    }

    private static RequestRule rule(ClientPolicyContext context) {
        ClientModel client = ((ClientModelContext) context).getClient();
        return new RequestRule(AllowList.of(client));
    }
}
