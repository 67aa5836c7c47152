package org.cyberspaceid.flows;

/**
 * What is found where it does not stand, because it is short: the rules by which {@link ManyNeedles} passes it over. Thirty megabytes
 * of sealed records, identifiers and times hold any given eight digits once in a while; two hundred people have six hundred of them.
 */
final class ByChance {
    static final int SHORTEST_BASE64 = 6;
    static final int SHORTEST_HEX = 8;
    static final int LONGEST_SHORT_NUMBER = 10;
    static final int RUN_OF_HEX = 16;

    private ByChance() {}

    /** Whether a form is too short to be looked for: base64 below 6 characters, hex below 8. */
    static boolean wouldBeFound(String form, String text) {
        return (form.startsWith("base64") && text.length() < SHORTEST_BASE64)
                || (form.equalsIgnoreCase("hex") && text.length() < SHORTEST_HEX);
    }

    /**
     * Whether a number of up to ten digits that was found is a part of something else: of a longer number, or of 16 and more
     * hexadecimal digits. Longer texts, and any with another character than digits in it, count wherever they are found.
     */
    static boolean isFound(String content, int from, int to) {
        return to - from <= LONGEST_SHORT_NUMBER
                && end(content, from, 1, 10) >= to
                && (isDigit(content, from - 1, 10)
                        || isDigit(content, to, 10)
                        || end(content, to, 1, 16) - end(content, from, -1, 16) >= RUN_OF_HEX);
    }

    /** Where the run of digits around a place ends, in the direction of {@code step}. */
    private static int end(String content, int from, int step, int radix) {
        int at = step > 0 ? from : from - 1;
        while (isDigit(content, at, radix)) {
            at += step;
        }
        return step > 0 ? at : at + 1;
    }

    private static boolean isDigit(String content, int at, int radix) {
        return at >= 0
                && at < content.length()
                && content.charAt(at) < 0x80
                && Character.digit(content.charAt(at), radix) >= 0;
    }
}
