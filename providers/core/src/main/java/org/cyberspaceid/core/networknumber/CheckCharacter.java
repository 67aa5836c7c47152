package org.cyberspaceid.core.networknumber;

/** The check character: ISO 7064's hybrid recursion with M = 32 (MOD 33,32). Finds every substitution. */
final class CheckCharacter {
    private static final int M = 32;

    private CheckCharacter() {}

    /** The character to append to a payload of Crockford characters. */
    static char of(String payload) {
        return Crockford.ALPHABET.charAt((M + 1 - recursion(payload)) % M);
    }

    static boolean isValid(String value) {
        if (value.length() != NetworkNumber.LENGTH
                || !value.chars().allMatch(c -> Crockford.ALPHABET.indexOf(c) >= 0)) {
            return false;
        }
        String payload = value.substring(0, value.length() - 1);
        return of(payload) == value.charAt(value.length() - 1);
    }

    /** ISO 7064 hybrid: P(1) = M; S = P + a; P(next) = 2 · (S mod M, or M when 0) mod (M + 1). */
    private static int recursion(String payload) {
        int p = M;
        for (char c : payload.toCharArray()) {
            int s = (p + Crockford.ALPHABET.indexOf(c)) % M;
            p = 2 * (s == 0 ? M : s) % (M + 1);
        }
        return p;
    }
}
