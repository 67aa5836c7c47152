package org.cyberspaceid.relyingparty.policy;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.endpoints.request.AuthorizationEndpointRequestParserProcessor;
import org.keycloak.protocol.oidc.endpoints.request.RequestUriType;
import org.keycloak.protocol.oidc.utils.OIDCRedirectUriBuilder;
import org.keycloak.protocol.oidc.utils.OIDCResponseMode;
import org.keycloak.protocol.oidc.utils.RedirectUtils;
import org.keycloak.representations.idm.ClientPolicyExecutorConfigurationRepresentation;
import org.keycloak.services.ErrorPageException;
import org.keycloak.services.Urls;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.PreAuthorizationRequestContext;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;
import org.keycloak.services.util.CacheControlUtil;

/**
 * OpenID Connect Core 1.0, 6.2: "Should an OP not support this parameter and an RP uses it, the OP MUST return the
 * request_uri_not_supported error." Keycloak would show a page, or fetch what an ISP's client lists. Requests that were pushed
 * (RFC 9126) have a {@code request_uri} too; they are no such reference.
 */
final class NoRequestUri implements ClientPolicyExecutorProvider<ClientPolicyExecutorConfigurationRepresentation> {
    private final KeycloakSession session;

    NoRequestUri(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public String getProviderId() {
        return NoRequestUriFactory.PROVIDER_ID;
    }

    @Override
    public void executeOnEvent(ClientPolicyContext context) throws ClientPolicyException {
        if (context instanceof PreAuthorizationRequestContext request
                && isReference(request.getRequestParameters().getFirst(OIDCLoginProtocol.REQUEST_URI_PARAM))) {
            refuse(request.getClientId(), request.getRequestParameters());
        }
    }

    private static boolean isReference(String requestUri) {
        return requestUri != null
                && AuthorizationEndpointRequestParserProcessor.getRequestUriType(requestUri) != RequestUriType.PAR;
    }

    /** At the ISP, if the request says truly where that is; otherwise on a page. */
    private void refuse(String unverifiedClientId, MultivaluedMap<String, String> parameters)
            throws ClientPolicyException {
        RealmModel realm = session.getContext().getRealm();
        ClientModel client = realm.getClientByClientId(unverifiedClientId);
        String redirectUri = RedirectUtils.verifyRedirectUri(
                session, parameters.getFirst(OIDCLoginProtocol.REDIRECT_URI_PARAM), client);
        if (redirectUri == null || !client.isEnabled()) {
            throw new ClientPolicyException(
                    OAuthErrorException.REQUEST_URI_NOT_SUPPORTED, "request_uri is not supported");
        }
        new EventBuilder(realm, session, session.getContext().getConnection())
                .event(EventType.LOGIN)
                .client(client)
                .error(OAuthErrorException.REQUEST_URI_NOT_SUPPORTED);
        throw new ErrorPageException(answer(redirectUri, parameters, realm));
    }

    private Response answer(String redirectUri, MultivaluedMap<String, String> parameters, RealmModel realm) {
        CacheControlUtil.noBackButtonCacheControlHeader(session);
        OIDCResponseMode mode = OIDCResponseMode.parseWhenInvalidResponseType(
                parameters.getFirst(OIDCLoginProtocol.RESPONSE_MODE_PARAM));
        OIDCRedirectUriBuilder answer = OIDCRedirectUriBuilder.fromUri(redirectUri, mode, session, null)
                .addParam(OAuth2Constants.ERROR, OAuthErrorException.REQUEST_URI_NOT_SUPPORTED)
                .addParam(
                        OAuth2Constants.ISSUER,
                        Urls.realmIssuer(session.getContext().getUri().getBaseUri(), realm.getName()));
        String state = parameters.getFirst(OAuth2Constants.STATE);
        if (state != null) {
            answer.addParam(OAuth2Constants.STATE, state);
        }
        return withEntity(answer.build());
    }

    /** Keycloak puts its error page in the place of an exception's redirect, unless that says something itself. */
    private static Response withEntity(Response redirect) {
        return redirect.hasEntity()
                ? redirect
                : Response.fromResponse(redirect)
                        .type(MediaType.TEXT_PLAIN_TYPE)
                        .entity(OAuthErrorException.REQUEST_URI_NOT_SUPPORTED)
                        .build();
    }
}
