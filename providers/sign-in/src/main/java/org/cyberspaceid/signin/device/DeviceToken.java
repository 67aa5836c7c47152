package org.cyberspaceid.signin.device;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the device cookie holds, sealed by the vault: 256 random bits and an end. It says nothing about any person; which people's
 * device it is stands in the database, under a hash of the bits.
 */
final class DeviceToken {
    /** How long a device is remembered. */
    static final Duration VALID = Duration.ofDays(180);

    private static final int ID_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] id;
    private final Instant expiresAt;

    private DeviceToken(byte[] id, Instant expiresAt) {
        this.id = id;
        this.expiresAt = expiresAt;
    }

    /** For a device that is new. */
    static DeviceToken fresh(Instant now) {
        byte[] id = new byte[ID_BYTES];
        RANDOM.nextBytes(id);
        return new DeviceToken(id, Instant.ofEpochSecond(now.plus(VALID).getEpochSecond()));
    }

    /** From an opened cookie; empty when it is none of these, or its time is over. */
    static Optional<DeviceToken> read(byte[] opened, Instant now) {
        if (opened.length != Long.BYTES + ID_BYTES) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(opened);
        Instant expiresAt = Instant.ofEpochSecond(bytes.getLong());
        byte[] id = new byte[ID_BYTES];
        bytes.get(id);
        return now.isBefore(expiresAt) ? Optional.of(new DeviceToken(id, expiresAt)) : Optional.empty();
    }

    byte[] bytes() {
        return ByteBuffer.allocate(Long.BYTES + ID_BYTES)
                .putLong(expiresAt.getEpochSecond())
                .put(id)
                .array();
    }

    Instant expiresAt() {
        return expiresAt;
    }

    /** What the database knows it by: SHA-256, enough for 256 random bits. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(id);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
