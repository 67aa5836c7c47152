package org.cyberspaceid.vault.keys;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The unambiguous encoding of a list of parts: each is preceded by its length in bytes (four, big endian), so that no two different
 * lists have the same bytes. The first part names the use; text is UTF-8. Changing it changes every index and every network number.
 */
public final class LengthPrefixed {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private LengthPrefixed() {}

    /** A list whose first parts are these texts. */
    public static LengthPrefixed of(String... parts) {
        LengthPrefixed list = new LengthPrefixed();
        for (String part : parts) {
            list.and(part);
        }
        return list;
    }

    public LengthPrefixed and(String part) {
        return and(part.getBytes(StandardCharsets.UTF_8));
    }

    /** A number, as eight bytes, big endian. */
    public LengthPrefixed and(long part) {
        return and(ByteBuffer.allocate(Long.BYTES).putLong(part).array());
    }

    public LengthPrefixed and(byte[] part) {
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        bytes.writeBytes(part);
        return this;
    }

    public byte[] bytes() {
        return bytes.toByteArray();
    }
}
