package org.cyberspaceid.enrolment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;

/** The short code that a reader shows and the person types in the browser. */
final class ReaderCode {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BOUND = 1_000_000;

    private ReaderCode() {}

    static String fresh() {
        return "%06d".formatted(RANDOM.nextInt(BOUND));
    }

    /** Compares in constant time; blanks between digits do not count. */
    static boolean matches(String shown, String typed) {
        byte[] expected = shown.getBytes(StandardCharsets.UTF_8);
        byte[] given = typed.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, given);
    }
}
