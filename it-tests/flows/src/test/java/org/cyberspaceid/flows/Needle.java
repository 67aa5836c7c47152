package org.cyberspaceid.flows;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A value that must stand nowhere, in every form in which it could.
 *
 * @param what for the test's message
 */
record Needle(String what, byte[] value) {
    private static final int ASCII = 0x80;

    static Needle text(String what, String value) {
        return new Needle(what, value.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The form's name → the text that would betray the value, wherever it stands inside something larger. Of forms that are the same
     * text, the first.
     */
    Map<String, String> forms() {
        Map<String, String> forms = new LinkedHashMap<>();
        String text = new String(value, StandardCharsets.UTF_8);
        if (Arrays.equals(text.getBytes(StandardCharsets.UTF_8), value)) {
            add(forms, "UTF-8", text);
            add(forms, "\\u escapes", escapes(text, "\\u%04x", 0));
            add(forms, "\\u escapes, upper case", escapes(text, "\\u%04X", 0));
            add(forms, "\\u escapes beyond ASCII", escapes(text, "\\u%04x", ASCII));
            add(forms, "\\u escapes beyond ASCII, upper case", escapes(text, "\\u%04X", ASCII));
            String formEncoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
            add(forms, "form-encoded", formEncoded);
            add(forms, "percent-encoded", formEncoded.replace("+", "%20"));
        }
        String hex = HexFormat.of().formatHex(value);
        add(forms, "hex", hex);
        add(forms, "HEX", hex.toUpperCase(Locale.ROOT));
        for (int shift = 0; shift < 3; shift++) {
            String inner = base64Within(shift);
            add(forms, "base64 at " + shift, inner);
            add(forms, "base64url at " + shift, inner.replace('+', '-').replace('/', '_'));
        }
        return forms;
    }

    private static void add(Map<String, String> forms, String name, String text) {
        if (!forms.containsValue(text)) {
            forms.put(name, text);
        }
    }

    /** What somebody who guesses would compare with, and what careless code keeps in place of the value. */
    List<Needle> digests() {
        return Stream.of("MD5", "SHA-1", "SHA-256")
                .map(algorithm -> new Needle(algorithm + " of " + what, digest(algorithm)))
                .toList();
    }

    private byte[] digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm).digest(value);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String escapes(String text, String format, int from) {
        return text.chars()
                .mapToObj(unit -> unit < from ? Character.toString(unit) : format.formatted(unit))
                .collect(Collectors.joining());
    }

    /** Base64 of the value as it reads when {@code shift} bytes (mod 3) stand before it: the characters that depend on the value alone. */
    private String base64Within(int shift) {
        byte[] shifted = new byte[shift + value.length];
        System.arraycopy(value, 0, shifted, shift, value.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int from = shift == 0 ? 0 : shift + 1;
        int uncertain = shifted.length % 3 == 0 ? 0 : 1;
        return encoded.substring(from, encoded.length() - uncertain);
    }
}
