package org.cyberspaceid.signin.level;

import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.utils.OIDCRedirectUriBuilder;
import org.keycloak.protocol.oidc.utils.OIDCResponseMode;
import org.keycloak.protocol.oidc.utils.OIDCResponseType;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Back to the ISP: the person does not reach an essential level (OpenID Connect Core Error Code unmet_authentication_requirements 1.0), in the
 * request's response mode, with {@code state} and {@code iss} (RFC 9207). Keycloak's own error responses know no such error. Its twin is
 * {@code IspRedirect} in the module relying-party.
 */
public final class UnmetLevel {
    /** The error. */
    public static final String ERROR = LevelsReachable.UNMET;

    private UnmetLevel() {}

    /** The request is over: its authentication session goes. */
    public static Response answer(KeycloakSession session, AuthenticationSessionModel request) {
        OIDCResponseMode mode = OIDCResponseMode.parse(
                request.getClientNote(OIDCLoginProtocol.RESPONSE_MODE_PARAM),
                OIDCResponseType.parse(request.getClientNote(OIDCLoginProtocol.RESPONSE_TYPE_PARAM)));
        OIDCRedirectUriBuilder target = OIDCRedirectUriBuilder.fromUri(request.getRedirectUri(), mode, session, null);
        target.addParam(OAuth2Constants.ERROR, ERROR);
        Optional.ofNullable(request.getClientNote(OIDCLoginProtocol.STATE_PARAM))
                .ifPresent(state -> target.addParam(OAuth2Constants.STATE, state));
        target.addParam(OAuth2Constants.ISSUER, request.getClientNote(OIDCLoginProtocol.ISSUER));
        Response answer = target.build();
        new AuthenticationSessionManager(session).removeTabIdInAuthenticationSession(request.getRealm(), request);
        return answer;
    }
}
