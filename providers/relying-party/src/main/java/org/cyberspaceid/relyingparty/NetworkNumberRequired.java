package org.cyberspaceid.relyingparty;

import java.util.Optional;
import java.util.Set;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;
import org.keycloak.representations.idm.ClientPolicyExecutorConfigurationRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.ClientCRUDContext;
import org.keycloak.services.clientpolicy.context.ClientModelContext;
import org.keycloak.services.clientpolicy.context.DynamicClientRegisteredContext;
import org.keycloak.services.clientpolicy.context.DynamicClientUpdatedContext;
import org.keycloak.services.clientpolicy.context.TokenRequestContext;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/** Refuses clients that {@link IspClientRule} refuses, and people who are not citizens; Keycloak's own consoles are exempt. */
final class NetworkNumberRequired
        implements ClientPolicyExecutorProvider<ClientPolicyExecutorConfigurationRepresentation> {
    private static final Set<String> CONSOLES = Set.of(
            Constants.ACCOUNT_MANAGEMENT_CLIENT_ID,
            Constants.ACCOUNT_CONSOLE_CLIENT_ID,
            Constants.ADMIN_CONSOLE_CLIENT_ID,
            Constants.ADMIN_CLI_CLIENT_ID,
            Constants.BROKER_SERVICE_CLIENT_ID,
            Constants.REALM_MANAGEMENT_CLIENT_ID);

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
            case REGISTERED, UPDATED -> registered((ClientCRUDContext) context);
            case AUTHORIZATION_REQUEST, TOKEN_REFRESH -> requested(((ClientModelContext) context).getClient());
            case TOKEN_REQUEST ->
                token(((TokenRequestContext) context).getParseResult().getClientSession());
            default -> {
                // Nothing is issued and nothing is changed.
            }
        }
    }

    private static void registered(ClientCRUDContext context) throws ClientPolicyException {
        boolean dynamic =
                context instanceof DynamicClientRegisteredContext || context instanceof DynamicClientUpdatedContext;
        if (dynamic && context.getTargetClient().getAttribute(OIDCConfigAttributes.SECTOR_IDENTIFIER_URI) != null) {
            // Whoever may name any sector would learn another ISP's numbers.
            throw new ClientPolicyException(
                    OAuthErrorException.INVALID_CLIENT_METADATA, "sector_identifier_uri is set by an administrator");
        }
        refuse(context.getTargetClient(), OAuthErrorException.INVALID_CLIENT_METADATA);
    }

    private static void requested(ClientModel client) throws ClientPolicyException {
        refuse(client, OAuthErrorException.UNAUTHORIZED_CLIENT);
    }

    private void token(AuthenticatedClientSessionModel clientSession) throws ClientPolicyException {
        ClientModel client = clientSession.getClient();
        requested(client);
        if (!isConsole(client)
                && NetworkNumbers.of(
                                session, client, clientSession.getUserSession().getUser())
                        .isEmpty()) {
            throw new ClientPolicyException(OAuthErrorException.ACCESS_DENIED, NotACitizen.DESCRIPTION);
        }
    }

    private static void refuse(ClientModel client, String error) throws ClientPolicyException {
        Optional<String> violation = isConsole(client) ? Optional.empty() : IspClientRule.violation(client);
        if (violation.isPresent()) {
            throw new ClientPolicyException(error, violation.get());
        }
    }

    private static boolean isConsole(ClientModel client) {
        return CONSOLES.contains(client.getClientId());
    }
}
