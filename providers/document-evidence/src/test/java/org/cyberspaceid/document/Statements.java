package org.cyberspaceid.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.function.Consumer;
import org.cyberspaceid.virtual.VirtualDocument;

/** Lets the sandbox's reader service, whose key lies in every virtual card, sign whatever a test wants. */
final class Statements {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private Statements() {}

    static byte[] withClaims(VirtualDocument card, Consumer<ObjectNode> change) {
        return signed(card, header -> {}, change);
    }

    static byte[] withHeader(VirtualDocument card, Consumer<ObjectNode> change) {
        return signed(card, change, claims -> {});
    }

    private static byte[] signed(VirtualDocument card, Consumer<ObjectNode> header, Consumer<ObjectNode> claims) {
        String[] parts =
                Json.parse(Readings.submission(card)).get("statement").asText().split("\\.");
        String input = changed(parts[0], header) + "." + changed(parts[1], claims);
        String jws = input + "." + ENCODER.encodeToString(sign(card, input));
        return ("{\"statement\":\"" + jws + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    private static String changed(String part, Consumer<ObjectNode> change) {
        return ENCODER.encodeToString(Json.change(Base64.getUrlDecoder().decode(part), change));
    }

    private static byte[] sign(VirtualDocument card, String input) {
        String key = Json.parse(card.toJson().getBytes(StandardCharsets.UTF_8))
                .get("chip")
                .get("serviceKey")
                .asText();
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key))));
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
