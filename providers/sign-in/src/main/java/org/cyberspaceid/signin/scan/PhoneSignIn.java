package org.cyberspaceid.signin.scan;

import java.net.URI;
import java.time.Clock;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;
import org.keycloak.protocol.oidc.utils.PkceUtils;
import org.keycloak.services.resources.RealmsResource;

/** Addresses and parts that both sides have in common. */
final class PhoneSignIn {
    private PhoneSignIn() {}

    static Attempts attempts(KeycloakSession session, Clock clock) {
        return new Attempts(session.getProvider(IdentityVaultProvider.class).enrolments(), clock);
    }

    /** What the phone opens; the handle stands in the fragment, which reaches no server log. */
    static URI address(KeycloakSession session) {
        return RealmsResource.realmBaseUrl(session.getContext().getUri())
                .path(ScanResourceFactory.PROVIDER_ID)
                .build(session.getContext().getRealm().getName());
    }

    /**
     * The person's own sign-in on the phone, as at any of their pages (client {@code account}, whose least level is the password's), and in it
     * the action {@link ApproveSignIn}. Nobody redeems the code, and nobody could: the verifier is thrown away.
     */
    static URI approval(KeycloakSession session) {
        return OIDCLoginProtocolService.authUrl(session.getContext().getUri())
                .queryParam(OAuth2Constants.CLIENT_ID, Constants.ACCOUNT_MANAGEMENT_CLIENT_ID)
                .queryParam(OAuth2Constants.REDIRECT_URI, address(session))
                .queryParam(OAuth2Constants.RESPONSE_TYPE, OAuth2Constants.CODE)
                .queryParam(OAuth2Constants.SCOPE, OAuth2Constants.SCOPE_OPENID)
                .queryParam(Constants.KC_ACTION, ApproveSignInFactory.PROVIDER_ID)
                .queryParam(
                        OIDCLoginProtocol.CODE_CHALLENGE_PARAM,
                        PkceUtils.encodeCodeChallenge(
                                PkceUtils.generateCodeVerifier(), OAuth2Constants.PKCE_METHOD_S256))
                .queryParam(OIDCLoginProtocol.CODE_CHALLENGE_METHOD_PARAM, OAuth2Constants.PKCE_METHOD_S256)
                .build(session.getContext().getRealm().getName());
    }
}
