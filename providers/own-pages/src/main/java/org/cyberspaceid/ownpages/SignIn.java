package org.cyberspaceid.ownpages;

import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.Duration;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;
import org.keycloak.protocol.oidc.utils.PkceUtils;

/**
 * The way through the sign-in and back: an authorization request of Keycloak's client {@code account}. The sign-in leaves its cookie in the
 * browser, which is all the page needs; nobody redeems the code, and nobody could, since the verifier is thrown away.
 */
public final class SignIn {
    private SignIn() {}

    public static URI request(KeycloakSession session, URI back) {
        return builder(session, back).build(realm(session));
    }

    /** Asks for a sign-in that is not older. */
    public static URI request(KeycloakSession session, URI back, Duration maxAge) {
        return builder(session, back)
                .queryParam(OIDCLoginProtocol.MAX_AGE_PARAM, maxAge.toSeconds())
                .build(realm(session));
    }

    /** Leads to an action of the citizen's own (Keycloak's application-initiated action), after a sign-in as fresh as the action demands. */
    public static URI action(KeycloakSession session, URI back, String action) {
        return builder(session, back).queryParam(Constants.KC_ACTION, action).build(realm(session));
    }

    private static UriBuilder builder(KeycloakSession session, URI back) {
        return OIDCLoginProtocolService.authUrl(session.getContext().getUri())
                .queryParam(OAuth2Constants.CLIENT_ID, Constants.ACCOUNT_MANAGEMENT_CLIENT_ID)
                .queryParam(OAuth2Constants.REDIRECT_URI, back)
                .queryParam(OAuth2Constants.RESPONSE_TYPE, OAuth2Constants.CODE)
                .queryParam(OAuth2Constants.SCOPE, OAuth2Constants.SCOPE_OPENID)
                .queryParam(OIDCLoginProtocol.CODE_CHALLENGE_PARAM, challenge())
                .queryParam(OIDCLoginProtocol.CODE_CHALLENGE_METHOD_PARAM, OAuth2Constants.PKCE_METHOD_S256);
    }

    private static String realm(KeycloakSession session) {
        return session.getContext().getRealm().getName();
    }

    private static String challenge() {
        return PkceUtils.encodeCodeChallenge(PkceUtils.generateCodeVerifier(), OAuth2Constants.PKCE_METHOD_S256);
    }
}
