package org.cyberspaceid.core.networknumber;

import java.math.BigInteger;
import java.util.Locale;

/** Crockford's base 32: digits and upper-case letters without I, L, O and U. */
final class Crockford {
    static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int BITS = 5;

    private Crockford() {}

    /** The first {@code 5 · characters} bits, most significant first. */
    static String encode(byte[] bytes, int characters) {
        int wanted = characters * BITS;
        if (bytes.length * 8 < wanted) {
            throw new IllegalArgumentException("needs " + wanted + " bits");
        }
        BigInteger bits = new BigInteger(1, bytes).shiftRight(bytes.length * 8 - wanted);
        StringBuilder text = new StringBuilder(characters);
        for (int i = characters - 1; i >= 0; i--) {
            text.append(ALPHABET.charAt(bits.shiftRight(i * BITS).intValue() & 31));
        }
        return text.toString();
    }

    static String normalise(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
