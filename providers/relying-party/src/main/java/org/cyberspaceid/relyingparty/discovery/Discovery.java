package org.cyberspaceid.relyingparty.discovery;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cyberspaceid.relyingparty.claims.ClaimsMetadata;
import org.keycloak.OAuth2Constants;
import org.keycloak.authentication.authenticators.util.LoAUtil;
import org.keycloak.crypto.Algorithm;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.representations.OIDCConfigurationRepresentation;
import org.keycloak.protocol.oidc.utils.AcrUtils;

/**
 * OpenID Connect Discovery 1.0, 3, telling the truth: Keycloak's document names what its code can do, whatever the realm allows. What
 * stands here works and is promised; what is left out is refused or not promised.
 */
final class Discovery {
    private static final List<String> AUTHENTICATION =
            List.of("private_key_jwt", "client_secret_basic", "client_secret_post");

    /** RS256 is the default; the others on request. Symmetric algorithms would need a key that the ISP has not. */
    private static final List<String> SIGNING = List.of(Algorithm.RS256, Algorithm.ES256, Algorithm.EdDSA);

    private static final List<String> PROTOCOL_CLAIMS =
            List.of("iss", "sub", "aud", "exp", "iat", "nonce", "auth_time", "acr", "amr", "sid");

    private Discovery() {}

    /** Corrects Keycloak's document for this realm. */
    static OIDCConfigurationRepresentation truthful(OIDCConfigurationRepresentation document, RealmModel realm) {
        whoIsKnownAndHow(document, realm);
        requests(document);
        authentication(document);
        withoutWhatIsOff(document);
        return document;
    }

    private static void whoIsKnownAndHow(OIDCConfigurationRepresentation document, RealmModel realm) {
        document.setSubjectTypesSupported(List.of("pairwise"));
        document.setClaimsSupported(Stream.concat(PROTOCOL_CLAIMS.stream(), ClaimsMetadata.claims().stream())
                .toList());
        ClaimsMetadata.identityAssurance().forEach(document::setOtherClaims);
        document.setAcrValuesSupported(levels(realm));
        document.setIdTokenSigningAlgValuesSupported(SIGNING);
        document.setUserInfoSigningAlgValuesSupported(SIGNING);
        document.setAuthorizationSigningAlgValuesSupported(SIGNING);
    }

    /** The levels that have a name and that a step of the realm's sign-in leads to. */
    private static List<String> levels(RealmModel realm) {
        Set<Integer> reachable =
                LoAUtil.getLoAConfiguredInRealmBrowserFlow(realm).collect(Collectors.toSet());
        return AcrUtils.getAcrLoaMap(realm).entrySet().stream()
                .filter(level -> reachable.contains(level.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static void requests(OIDCConfigurationRepresentation document) {
        document.setResponseTypesSupported(List.of(OAuth2Constants.CODE));
        document.setResponseModesSupported(List.of("query", "form_post", "jwt", "query.jwt", "form_post.jwt"));
        document.setGrantTypesSupported(List.of(OAuth2Constants.AUTHORIZATION_CODE, OAuth2Constants.REFRESH_TOKEN));
        document.setCodeChallengeMethodsSupported(List.of(OAuth2Constants.PKCE_METHOD_S256));
        document.setRequestUriParameterSupported(false);
        document.setRequireRequestUriRegistration(null);
    }

    private static void authentication(OIDCConfigurationRepresentation document) {
        document.setTokenEndpointAuthMethodsSupported(AUTHENTICATION);
        document.setIntrospectionEndpointAuthMethodsSupported(AUTHENTICATION);
        document.setRevocationEndpointAuthMethodsSupported(AUTHENTICATION);
    }

    private static void withoutWhatIsOff(OIDCConfigurationRepresentation document) {
        document.setCheckSessionIframe(null);
        document.setDeviceAuthorizationEndpoint(null);
        document.setBackchannelAuthenticationEndpoint(null);
        document.setBackchannelTokenDeliveryModesSupported(null);
        document.setBackchannelAuthenticationRequestSigningAlgValuesSupported(null);
        document.setMtlsEndpointAliases(null);
        document.setTlsClientCertificateBoundAccessTokens(null);
    }
}
