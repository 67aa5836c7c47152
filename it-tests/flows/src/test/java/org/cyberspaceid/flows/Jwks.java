package org.cyberspaceid.flows;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.cyberspaceid.sandbox.citizen.Browser;

/** An issuer's public keys, as an ISP fetches them, and what they say of a JWS (RFC 7515, RS256); by the JDK alone. */
record Jwks(String issuer) {

    /** Whether the signature is right. */
    boolean verify(String jws) {
        String[] parts = jws.split("\\.");
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key(header(jws).path("kid").asText()));
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return "RS256".equals(header(jws).path("alg").asText())
                    && signature.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static JsonNode header(String jws) {
        return Answers.json(new String(Base64.getUrlDecoder().decode(jws.split("\\.")[0]), StandardCharsets.UTF_8));
    }

    private PublicKey key(String id) throws GeneralSecurityException {
        for (JsonNode key : fetch().path("keys")) {
            if (key.path("kid").asText().equals(id)) {
                return KeyFactory.getInstance("RSA")
                        .generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e")));
            }
        }
        throw new IllegalStateException("no key " + id);
    }

    private static BigInteger number(JsonNode key, String member) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(member).asText()));
    }

    private JsonNode fetch() {
        return new Browser("en").json(URI.create(issuer + "/protocol/openid-connect/certs"));
    }
}
