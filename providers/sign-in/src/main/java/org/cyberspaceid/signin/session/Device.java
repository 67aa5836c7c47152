package org.cyberspaceid.signin.session;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * One browser in which one citizen is signed in: what the device cookie holds, sealed. It says who, never where.
 *
 * @param userId Keycloak's random id of the citizen
 * @param id 128 random bits that this browser's sessions have in common, on the server only
 */
record Device(String userId, String id) {
    /** First byte; a token of a remembered device, sealed by the same key, is no device cookie. */
    private static final byte KIND = 'S';

    private static final int ID_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Device fresh(String userId) {
        byte[] id = new byte[ID_BYTES];
        RANDOM.nextBytes(id);
        return new Device(userId, HexFormat.of().formatHex(id));
    }

    byte[] bytes() {
        byte[] user = userId.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + ID_BYTES + user.length)
                .put(KIND)
                .put(HexFormat.of().parseHex(id))
                .put(user)
                .array();
    }

    /** From an opened cookie; empty when it is another kind. */
    static Optional<Device> read(byte[] opened) {
        if (opened.length <= 1 + ID_BYTES || opened[0] != KIND) {
            return Optional.empty();
        }
        String id = HexFormat.of().formatHex(opened, 1, 1 + ID_BYTES);
        String user = new String(Arrays.copyOfRange(opened, 1 + ID_BYTES, opened.length), StandardCharsets.UTF_8);
        return Optional.of(new Device(user, id));
    }
}
