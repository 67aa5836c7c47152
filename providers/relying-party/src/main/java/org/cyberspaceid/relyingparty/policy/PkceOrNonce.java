package org.cyberspaceid.relyingparty.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.cyberspaceid.core.document.Age;
import org.cyberspaceid.relyingparty.KeycloakClients;
import org.cyberspaceid.relyingparty.contract.IspContract;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.ClientModel;
import org.keycloak.protocol.oidc.endpoints.request.AuthorizationEndpointRequest;
import org.keycloak.representations.idm.ClientPolicyExecutorConfigurationRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.AuthorizationRequestContext;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/**
 * RFC 9700, 2.1.1: "clients MUST prevent authorization code injection attacks": by PKCE with S256, or, where an administrator allowed
 * a confidential client so, by the OpenID Connect {@code nonce}. OpenID Connect Core (3.1.2.1) obliges a provider to neither, and the
 * OpenID Foundation's suite sends neither: its client may, for the days that an administrator wrote down. Only the request is looked at: of a code that was asked for with a
 * challenge, Keycloak's token endpoint demands the verifier by itself.
 */
final class PkceOrNonce implements ClientPolicyExecutorProvider<ClientPolicyExecutorConfigurationRepresentation> {
    /** RFC 7636, 4.2: of S256, 43 base64url characters. */
    private static final Pattern S256_CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    @Override
    public String getProviderId() {
        return PkceOrNonceFactory.PROVIDER_ID;
    }

    @Override
    public void executeOnEvent(ClientPolicyContext context) throws ClientPolicyException {
        if (context instanceof AuthorizationRequestContext request && !KeycloakClients.contain(request.getClient())) {
            check(request.getClient(), request.getAuthorizationEndpointRequest());
        }
    }

    private static void check(ClientModel client, AuthorizationEndpointRequest request) throws ClientPolicyException {
        IspContract contract = IspContract.of(client);
        if (request.getCodeChallenge() == null && !client.isPublicClient()) {
            if (isUnderTest(contract)) {
                return;
            }
            if (contract.nonceInsteadOfPkce()) {
                require(isPresent(request.getNonce()), "nonce is required");
                return;
            }
        }
        require(
                OAuth2Constants.PKCE_METHOD_S256.equals(request.getCodeChallengeMethod()),
                "code_challenge_method S256 is required");
        require(
                request.getCodeChallenge() != null
                        && S256_CHALLENGE.matcher(request.getCodeChallenge()).matches(),
                "code_challenge is required, 43 base64url characters");
    }

    private static boolean isUnderTest(IspContract contract) {
        LocalDate today = Age.today(Clock.systemUTC());
        return contract.conformanceTestUntil()
                .filter(day -> !day.isBefore(today))
                .isPresent();
    }

    private static boolean isPresent(String value) {
        return value != null && !value.isBlank();
    }

    private static void require(boolean right, String message) throws ClientPolicyException {
        if (!right) {
            throw new ClientPolicyException(OAuthErrorException.INVALID_REQUEST, message);
        }
    }
}
