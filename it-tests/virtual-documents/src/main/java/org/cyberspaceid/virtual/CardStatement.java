package org.cyberspaceid.virtual;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

/**
 * A card of the ID class with the reader service that reads it: each reading makes a new signed statement.
 *
 * @param serviceKey the reader service's private key, PKCS #8, P-256
 * @param serviceCertificate its certificate
 */
record CardStatement(
        String documentType,
        String documentNumber,
        String name,
        String latinName,
        String birthDate,
        String expiresOn,
        byte[] portrait,
        Variant variant,
        byte[] serviceKey,
        byte[] serviceCertificate)
        implements VirtualChip {
    private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();
    private static final int LIFE_IN_SECONDS = 120;

    @Override
    public byte[] submission(byte[] challenge, String audience) {
        byte[] answered = variant == Variant.CLONE ? new byte[challenge.length] : challenge;
        String statement = sign(claims(answered, audience));
        if (variant == Variant.TAMPERED) {
            statement = otherName(statement);
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("statement", statement)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private ObjectNode claims(byte[] challenge, String audience) {
        long now = Instant.now().getEpochSecond();
        ObjectNode claims = JsonNodeFactory.instance.objectNode();
        claims.put("aud", audience).put("nonce", BASE64_URL.encodeToString(challenge));
        claims.put("iat", now).put("exp", now + LIFE_IN_SECONDS);
        claims.put("document_type", documentType).put("document_number", documentNumber);
        claims.put("document_status", variant == Variant.REVOKED ? "revoked" : "valid");
        claims.put("name", name).put("latin_name", latinName);
        claims.put("birth_date", birthDate).put("expires_on", expiresOn);
        return claims.put("portrait", portrait);
    }

    /** JWS compact serialisation (RFC 7515, 3.1) with ES256. */
    private String sign(ObjectNode claims) {
        ObjectNode header = JsonNodeFactory.instance.objectNode();
        header.put("alg", "ES256").put("typ", "cyberspace-id-reading+jwt");
        header.put("x5t#S256", StatementMaker.thumbprint(serviceCertificate));
        header.putArray("x5c").add(serviceCertificate);
        String input = encoded(header) + "." + encoded(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(serviceKey)));
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return input + "." + BASE64_URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Another name, the same signature. */
    private static String otherName(String statement) {
        String[] parts = statement.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String changed = claims.replace("\"latin_name\":\"", "\"latin_name\":\"A");
        return parts[0] + "." + BASE64_URL.encodeToString(changed.getBytes(StandardCharsets.UTF_8)) + "." + parts[2];
    }

    private static String encoded(ObjectNode json) {
        return BASE64_URL.encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    }
}
