package org.cyberspaceid.signin.scan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;

/**
 * The number that the one screen shows and the person types on the other. Typed, not picked from three: a guess hits one time in ninety, and
 * there is no second one.
 */
final class MatchingNumber {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LOWEST = 10;
    private static final int BOUND = 100;

    private MatchingNumber() {}

    /** Two digits, the first of which is not zero. */
    static String fresh() {
        return String.valueOf(RANDOM.nextInt(LOWEST, BOUND));
    }

    /** Whether nothing was typed: then nothing was guessed. */
    static boolean isMissing(String typed) {
        return typed == null || typed.isBlank();
    }

    /** Digits as any keyboard has them (full-width ones too); blanks do not count. */
    static boolean matches(String shown, String typed) {
        String digits = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
        return MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), digits.getBytes(StandardCharsets.UTF_8));
    }
}
