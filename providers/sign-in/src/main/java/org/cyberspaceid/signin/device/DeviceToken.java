package org.cyberspaceid.signin.device;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.keycloak.TokenCategory;
import org.keycloak.representations.JsonWebToken;

/**
 * What the device cookie holds, signed with the realm's own key: 256 random bits and an end. It says nothing about any person; which
 * people's device it is stands in the database, under a hash of the bits.
 */
public final class DeviceToken extends JsonWebToken {
    /** How long a device is remembered. */
    static final Duration VALID = Duration.ofDays(180);

    /** Tells it from everything else that the realm signs with the same key. */
    private static final String TYPE = "Cyberspace-ID-Device";

    private static final int ID_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** For a device that is new. */
    static DeviceToken fresh(String issuer, Instant now) {
        byte[] id = new byte[ID_BYTES];
        RANDOM.nextBytes(id);
        DeviceToken token = new DeviceToken();
        token.type(TYPE);
        token.id(Base64.getUrlEncoder().withoutPadding().encodeToString(id));
        token.issuer(issuer);
        token.exp(now.plus(VALID).getEpochSecond());
        return token;
    }

    /** Whether a token whose signature is right is one of these, of this realm, and still good. */
    boolean isGood(String realmIssuer, Instant now) {
        return TYPE.equals(getType())
                && realmIssuer.equals(getIssuer())
                && getId() != null
                && getExp() != null
                && now.getEpochSecond() < getExp();
    }

    Instant expiresAt() {
        return Instant.ofEpochSecond(getExp());
    }

    /** What the database knows it by: SHA-256, enough for 256 random bits. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(getId().getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public TokenCategory getCategory() {
        return TokenCategory.INTERNAL;
    }
}
