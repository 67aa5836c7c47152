package org.cyberspaceid.relyingparty.securityevent;

import java.util.LinkedHashMap;
import java.util.Map;
import org.keycloak.TokenCategory;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.jose.jws.JWSBuilder;
import org.keycloak.models.KeycloakSession;

/** A Security Event Token (RFC 8417), signed at each attempt with the key and the algorithm of the ISP's ID tokens at that time. */
final class SecurityEventToken {
    /** RFC 8417, 2.3: explicit typing, so that it is taken for no other token. */
    private static final String TYPE = "secevent+jwt";

    private SecurityEventToken() {}

    /** Without {@code sub} and {@code exp}: who looks at an ID token's claims must not find them here (RFC 8417, 4.5 and 4.6). */
    static Map<String, Object> claims(SecurityEvent event) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", event.issuer());
        claims.put("jti", event.id());
        claims.put("iat", event.time());
        claims.put("aud", event.clientId());
        // RFC 9493, 3.2.4
        claims.put("sub_id", Map.of("format", "iss_sub", "iss", event.issuer(), "sub", event.subject()));
        claims.put("events", Map.of(event.type().uri(), event.type().details()));
        return claims;
    }

    /** @param session of the ISP's realm and client */
    static String sign(KeycloakSession session, SecurityEvent event) {
        String algorithm = session.tokens().signatureAlgorithm(TokenCategory.ID);
        return new JWSBuilder()
                .type(TYPE)
                .jsonContent(claims(event))
                .sign(session.getProvider(SignatureProvider.class, algorithm).signer());
    }
}
