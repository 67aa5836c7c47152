package org.cyberspaceid.face.engine.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads unsigned numbers at positions that the file itself names, so every one of them is checked. */
final class ByteReader {
    private static final int MOST_AFTER_THE_END = 16;

    private final ByteBuffer bytes;

    ByteReader(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    private ByteReader(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    ByteReader slice(int from, int length, ByteOrder order) throws UnusableImageException {
        check(from, length);
        return new ByteReader(bytes.slice(from, length).order(order));
    }

    int length() {
        return bytes.limit();
    }

    int u8(int at) throws UnusableImageException {
        check(at, 1);
        return bytes.get(at) & 0xFF;
    }

    int u16(int at) throws UnusableImageException {
        check(at, 2);
        return bytes.getShort(at) & 0xFFFF;
    }

    long u32(int at) throws UnusableImageException {
        check(at, 4);
        return bytes.getInt(at) & 0xFFFFFFFFL;
    }

    /** Whether nothing but a few bytes, and zeros, follow: chips pad pictures, while a second file behind one makes a polyglot. */
    boolean isPaddingFrom(int at) {
        int other = 0;
        for (int i = at; i < bytes.limit(); i++) {
            other += bytes.get(i) == 0 ? 0 : 1;
        }
        return other <= MOST_AFTER_THE_END;
    }

    private void check(int at, int length) throws UnusableImageException {
        UnusableImageException.require(at >= 0 && length >= 0 && length <= bytes.limit() - at, "ends early");
    }
}
