package org.cyberspaceid.relyingparty.consent;

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

/** An authentication error response (OIDC Core 3.1.2.6) in the request's response mode, with {@code state} and {@code iss} (RFC 9207). */
final class IspRedirect {
    private static final String ACCESS_DENIED = "access_denied";

    /** OIDC Core 3.1.2.6. */
    static final String CONSENT_REQUIRED = "consent_required";

    private final KeycloakSession session;
    private final AuthenticationSessionModel authSession;

    IspRedirect(KeycloakSession session, AuthenticationSessionModel authSession) {
        this.session = session;
        this.authSession = authSession;
    }

    Response consentRequired() {
        return error(CONSENT_REQUIRED, Optional.empty());
    }

    Response accessDenied(Refusal why) {
        return error(ACCESS_DENIED, Optional.of(why.code()));
    }

    /** The request is over: its authentication session goes, as in Keycloak's own error responses. */
    private Response error(String error, Optional<String> description) {
        OIDCRedirectUriBuilder target =
                OIDCRedirectUriBuilder.fromUri(authSession.getRedirectUri(), mode(), session, null);
        target.addParam(OAuth2Constants.ERROR, error);
        description.ifPresent(text -> target.addParam(OAuth2Constants.ERROR_DESCRIPTION, text));
        Optional.ofNullable(authSession.getClientNote(OIDCLoginProtocol.STATE_PARAM))
                .ifPresent(state -> target.addParam(OAuth2Constants.STATE, state));
        target.addParam(OAuth2Constants.ISSUER, authSession.getClientNote(OIDCLoginProtocol.ISSUER));
        Response answer = target.build();
        new AuthenticationSessionManager(session)
                .removeTabIdInAuthenticationSession(authSession.getRealm(), authSession);
        return answer;
    }

    private OIDCResponseMode mode() {
        return OIDCResponseMode.parse(
                authSession.getClientNote(OIDCLoginProtocol.RESPONSE_MODE_PARAM),
                OIDCResponseType.parse(authSession.getClientNote(OIDCLoginProtocol.RESPONSE_TYPE_PARAM)));
    }
}
