package org.cyberspaceid.interop.conformance;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import java.net.URI;
import java.net.http.HttpResponse;

/** The OpenID provider as its discovery document describes it, and the checks of what it signed. */
final class Provider {
    private final HttpResponse<String> document;
    private final OIDCProviderMetadata metadata;
    private final JWKSet keys;

    private Provider(HttpResponse<String> document) {
        this.document = document;
        try {
            metadata = OIDCProviderMetadata.parse(document.body());
            keys = JWKSet.parse(Http.get(metadata.getJWKSetURI()).body());
        } catch (ParseException | java.text.ParseException wrong) {
            throw new AssertionError("no discovery document or no key set: " + wrong.getMessage(), wrong);
        }
    }

    /** OpenID Connect Discovery 1.0, 4. */
    static Provider discover(String issuer) {
        return new Provider(Http.get(URI.create(issuer + "/.well-known/openid-configuration")));
    }

    /** The answer that held the metadata. */
    HttpResponse<String> document() {
        return document;
    }

    OIDCProviderMetadata metadata() {
        return metadata;
    }

    JWKSet keys() {
        return keys;
    }

    /** OpenID Connect Core 1.0, 3.1.3.7: signature by a key of the JWKS, {@code iss}, {@code aud}, {@code exp}, {@code iat}, {@code nonce}. */
    IDTokenClaimsSet verified(JWT idToken, String clientId, Nonce nonce) {
        try {
            return new IDTokenValidator(metadata.getIssuer(), new ClientID(clientId), JWSAlgorithm.RS256, keys)
                    .validate(idToken, nonce);
        } catch (BadJOSEException | JOSEException refused) {
            throw new AssertionError("the ID token is not right: " + refused.getMessage(), refused);
        }
    }

    /** OpenID Connect Back-Channel Logout 1.0, 2.6: signature, {@code iss}, {@code aud}, {@code iat}, {@code jti}, {@code events}, no {@code nonce}. */
    LogoutTokenClaimsSet verifiedLogout(String logoutToken, String clientId) {
        try {
            JWT token = JWTParser.parse(logoutToken);
            return new LogoutTokenValidator(metadata.getIssuer(), new ClientID(clientId), JWSAlgorithm.RS256, keys)
                    .validate(token);
        } catch (BadJOSEException | JOSEException | java.text.ParseException refused) {
            throw new AssertionError("the logout token is not right: " + refused.getMessage(), refused);
        }
    }

    String issuer() {
        return metadata.getIssuer().getValue();
    }
}
