package org.cyberspaceid.flows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A value that must stand nowhere, in every form in which it could.
 *
 * @param what for the test's message
 */
record Needle(String what, byte[] value) {

    static Needle text(String what, String value) {
        return new Needle(what, value.getBytes(StandardCharsets.UTF_8));
    }

    /** The form's name → the text that would betray the value, wherever it stands inside something larger. */
    Map<String, String> forms() {
        Map<String, String> forms = new LinkedHashMap<>();
        String text = new String(value, StandardCharsets.UTF_8);
        if (Arrays.equals(text.getBytes(StandardCharsets.UTF_8), value)) {
            forms.put("UTF-8", text);
            forms.put("\\u escapes", escapes(text));
        }
        String hex = HexFormat.of().formatHex(value);
        forms.put("hex", hex);
        forms.put("HEX", hex.toUpperCase(Locale.ROOT));
        for (int shift = 0; shift < 3; shift++) {
            String inner = base64Within(shift);
            forms.put("base64 at " + shift, inner);
            forms.put("base64url at " + shift, inner.replace('+', '-').replace('/', '_'));
        }
        return forms;
    }

    private static String escapes(String text) {
        return text.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining());
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
