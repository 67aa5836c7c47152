package org.cyberspaceid.core.networknumber;

import java.util.Optional;

/**
 * A network number ({@code oidc.md}): 25 Crockford base32 characters, 125 pseudorandom bits, and one check character.
 *
 * @param value 26 upper-case characters, the check character last
 */
public record NetworkNumber(String value) {
    public static final int LENGTH = 26;

    public NetworkNumber {
        if (!CheckCharacter.isValid(value)) {
            throw new IllegalArgumentException("not a network number");
        }
    }

    /**
     * From the output of the pseudorandom function.
     *
     * @param random at least 16 bytes; the first 125 bits are used
     */
    public static NetworkNumber of(byte[] random) {
        String payload = Crockford.encode(random, LENGTH - 1);
        return new NetworkNumber(payload + CheckCharacter.of(payload));
    }

    /**
     * Whether what a person typed can be a network number, for an ISP's help desk: the check character (ISO 7064, hybrid recursion with
     * M = 32) finds every single wrong character and 99.8 % of exchanged neighbours. It says nothing of whether anybody has this number.
     *
     * @param typed as {@link #parse} reads it
     */
    public static boolean check(String typed) {
        return parse(typed).isPresent();
    }

    /** Reads what a person typed: any case, blanks and hyphens, {@code O} for {@code 0}, {@code I} and {@code L} for {@code 1}. */
    public static Optional<NetworkNumber> parse(String typed) {
        String normal = Crockford.normalise(typed);
        return CheckCharacter.isValid(normal) ? Optional.of(new NetworkNumber(normal)) : Optional.empty();
    }

    /** For people, in groups: five at a time, with hyphens. */
    public String grouped() {
        return value.replaceAll("(.{5})(?=.)", "$1-");
    }
}
