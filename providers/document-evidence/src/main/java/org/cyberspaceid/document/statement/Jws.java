package org.cyberspaceid.document.statement;

import static org.cyberspaceid.document.format.MalformedException.unless;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A JWS in compact serialisation (RFC 7515, 3.1), taken apart and not yet verified.
 *
 * @param header JSON
 * @param payload JSON
 * @param signingInput the bytes that the signature covers (RFC 7515, 5.2 step 8)
 */
record Jws(byte[] header, byte[] payload, byte[] signingInput, byte[] signature) {
    private static final Pattern BASE64_URL = Pattern.compile("[A-Za-z0-9_-]+");
    private static final int LONGEST_HEADER = 8 * 1024;
    private static final int LONGEST_SIGNATURE = 128;

    static Jws parse(String unverified) {
        String[] parts = unverified.split("\\.", -1);
        unless(parts.length == 3, "three parts");
        unless(parts[0].length() <= LONGEST_HEADER && parts[2].length() <= LONGEST_SIGNATURE, "too long");
        String input = parts[0] + "." + parts[1];
        return new Jws(decode(parts[0]), decode(parts[1]), input.getBytes(StandardCharsets.US_ASCII), decode(parts[2]));
    }

    private static byte[] decode(String part) {
        unless(BASE64_URL.matcher(part).matches(), "base64url without padding");
        unless(part.length() % 4 != 1, "base64url of whole bytes");
        return Base64.getUrlDecoder().decode(part);
    }
}
