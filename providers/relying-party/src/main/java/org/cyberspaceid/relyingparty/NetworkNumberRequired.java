package org.cyberspaceid.relyingparty;

import java.util.Optional;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.ClientPolicyExecutorConfigurationRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.ClientCRUDContext;
import org.keycloak.services.clientpolicy.context.ClientModelContext;
import org.keycloak.services.clientpolicy.context.TokenRequestContext;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/** Refuses clients that {@link IspClientRule} refuses, and people who are not citizens; Keycloak's own consoles are exempt. */
final class NetworkNumberRequired
        implements ClientPolicyExecutorProvider<ClientPolicyExecutorConfigurationRepresentation> {
    private final KeycloakSession session;

    NetworkNumberRequired(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public String getProviderId() {
        return NetworkNumberRequiredFactory.PROVIDER_ID;
    }

    @Override
    public void executeOnEvent(ClientPolicyContext context) throws ClientPolicyException {
        switch (context.getEvent()) {
            // The stored client: Keycloak rolls back when this throws.
            case REGISTERED, UPDATED -> registered(((ClientCRUDContext) context).getTargetClient());
            case AUTHORIZATION_REQUEST, PUSHED_AUTHORIZATION_REQUEST, TOKEN_REFRESH ->
                requested(((ClientModelContext) context).getClient());
            case TOKEN_REQUEST ->
                token(((TokenRequestContext) context).getParseResult().getClientSession());
            default -> {
                // Nothing is issued and nothing is changed.
            }
        }
    }

    private void registered(ClientModel client) throws ClientPolicyException {
        Optional<String> violation = KeycloakClients.contain(client)
                ? Optional.empty()
                : IspClientRule.violation(client).or(() -> new SectorDocument(session).violation(client));
        if (violation.isPresent()) {
            throw new ClientPolicyException(OAuthErrorException.INVALID_CLIENT_METADATA, violation.get());
        }
    }

    private static void requested(ClientModel client) throws ClientPolicyException {
        Optional<String> violation =
                KeycloakClients.contain(client) ? Optional.empty() : IspClientRule.violationAtRequest(client);
        if (violation.isPresent()) {
            throw new ClientPolicyException(OAuthErrorException.UNAUTHORIZED_CLIENT, violation.get());
        }
    }

    private void token(AuthenticatedClientSessionModel clientSession) throws ClientPolicyException {
        ClientModel client = clientSession.getClient();
        requested(client);
        if (!KeycloakClients.contain(client)
                && NetworkNumbers.of(session, clientSession).isEmpty()) {
            throw new ClientPolicyException(OAuthErrorException.ACCESS_DENIED, NotACitizen.DESCRIPTION);
        }
    }
}
