package org.cyberspaceid.document.fuzz;

import java.util.Arrays;

/** The fuzzer's bytes, read as instructions. At the end it yields zeros. */
public final class Script {
    private final byte[] bytes;
    private int at;

    public Script(byte[] bytes) {
        this.bytes = bytes;
    }

    /** 0 to 255. */
    public int next() {
        return at < bytes.length ? bytes[at++] & 0xFF : 0;
    }

    /** 0 to 65535. */
    int nextTwo() {
        return next() << 8 | next();
    }

    /** As many as there are, at most. */
    byte[] next(int most) {
        byte[] some = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + most));
        at += some.length;
        return some;
    }

    public byte[] rest() {
        return next(bytes.length);
    }

    boolean ended() {
        return at >= bytes.length;
    }
}
