package org.cyberspaceid.flows;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.cyberspaceid.sandbox.citizen.PageView;

/**
 * A passkey in memory whose user always unlocks it: ES256, attestation "none" (Web Authentication Level 2, 6.1, 6.5, 8.7). Answers a page as
 * the page's script does.
 */
final class SoftwarePasskey {
    private static final int ID_BYTES = 16;
    private static final int COORDINATE_BYTES = 32;

    /** User present and verified (6.1). */
    private static final byte UNLOCKED = 0x05;

    /** The same, and a new credential follows (6.5.1). */
    private static final byte UNLOCKED_AND_NEW = 0x45;

    /** CBOR of {@code {"fmt": "none", "attStmt": {}, "authData": …}}; what follows has 148 bytes, always. */
    private static final byte[] NONE =
            HexFormat.of().parseHex("a363666d74646e6f6e656761747453746d74a06861757468446174615894");

    /** CBOR of a COSE key on P-256 for ES256 (RFC 9053, 7.1.1), up to x, and between x and y. */
    private static final byte[] KEY_TO_X = HexFormat.of().parseHex("a5010203262001215820");

    private static final byte[] KEY_TO_Y = HexFormat.of().parseHex("225820");

    private final KeyPair keys;
    private final byte[] id = new byte[ID_BYTES];
    private String owner = "";

    SoftwarePasskey() {
        new SecureRandom().nextBytes(id);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The fields of page {@code webauthn-register.ftl}. */
    Map<String, String> create(PageView page) {
        owner = data(page, "user-id");
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        byte[] credential = joined(
                new byte[16], // no maker's id
                new byte[] {0, ID_BYTES},
                id,
                KEY_TO_X,
                coordinate(key.getW().getAffineX()),
                KEY_TO_Y,
                coordinate(key.getW().getAffineY()));
        return Map.of(
                "publicKeyCredentialId", text(id),
                "clientDataJSON", text(clientData(page, "webauthn.create")),
                "attestationObject", text(joined(NONE, authenticatorData(page, UNLOCKED_AND_NEW), credential)),
                "transports", "internal",
                "authenticatorAttachment", "platform");
    }

    /** The fields of a page that asks for a passkey, and its button. */
    Map<String, String> get(PageView page) {
        byte[] authenticatorData = authenticatorData(page, UNLOCKED);
        byte[] clientData = clientData(page, "webauthn.get");
        return Map.of(
                "credentialId", text(id),
                "authenticatorData", text(authenticatorData),
                "clientDataJSON", text(clientData),
                "signature", text(signed(joined(authenticatorData, hash(clientData)))),
                "userHandle", owner);
    }

    private static byte[] authenticatorData(PageView page, byte flags) {
        byte[] party = hash(data(page, "rp-id").getBytes(StandardCharsets.UTF_8));
        return joined(party, new byte[] {flags}, new byte[Integer.BYTES]); // a counter that counts nothing
    }

    private static byte[] clientData(PageView page, String type) {
        URI at = page.address();
        return ("{\"type\":\"" + type + "\",\"challenge\":\"" + data(page, "challenge") + "\",\"origin\":\""
                        + at.getScheme() + "://" + at.getAuthority() + "\",\"crossOrigin\":false}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String data(PageView page, String name) {
        return page.html().expectFirst("[data-passkey]").attr("data-" + name);
    }

    private byte[] signed(byte[] what) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(what);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] coordinate(java.math.BigInteger number) {
        byte[] bytes = number.toByteArray(); // may have a sign's zero before, or be short
        byte[] fixed = new byte[COORDINATE_BYTES];
        int length = Math.min(bytes.length, COORDINATE_BYTES);
        System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE_BYTES - length, length);
        return fixed;
    }

    private static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] joined(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(
                java.util.Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
