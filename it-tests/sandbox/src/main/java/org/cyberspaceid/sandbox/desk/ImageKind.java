package org.cyberspaceid.sandbox.desk;

import java.util.Arrays;

/** Which images the desk takes, by their first bytes. */
final class ImageKind {
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};

    private ImageKind() {}

    /** Whether it begins as a JPEG or a PNG does. */
    static boolean isKnown(byte[] unverified) {
        return begins(unverified, JPEG) || begins(unverified, PNG);
    }

    private static boolean begins(byte[] bytes, byte[] with) {
        return bytes.length > with.length && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
    }
}
