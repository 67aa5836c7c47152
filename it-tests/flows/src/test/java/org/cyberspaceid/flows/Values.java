package org.cyberspaceid.flows;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * All values that could join two records: every string in what an ISP received, whole and in parts, with at least 32 bits of capacity.
 *
 * <p>Capacity is length times the bits of a character of its kind (digits, hexadecimal, letters …): never less than the entropy, so no value of 32 bits
 * of entropy is missed. A number's capacity is that of its magnitude, so seconds since 1970 have less than 31 bits: among those that an ISP sees on one
 * day there are 86,400. What this lets in beside is constant and the same for everybody; a comparison with somebody else takes it out.
 */
final class Values {
    static final double THRESHOLD = 32;

    private static final Pattern PARTS = Pattern.compile("[^A-Za-z0-9_\\-]+");
    private static final Pattern WORDS = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern JWT = Pattern.compile("[\\w-]+\\.[\\w-]*\\.[\\w-]*(\\.[\\w-]*){0,2}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    /** The smallest first. */
    private static final Map<Pattern, Integer> ALPHABETS = new LinkedHashMap<>();

    static {
        ALPHABETS.put(Pattern.compile("\\d*"), 10);
        ALPHABETS.put(Pattern.compile("[0-9a-f\\-]*|[0-9A-F\\-]*"), 16);
        ALPHABETS.put(Pattern.compile("[a-z]*|[A-Z]*"), 26);
        ALPHABETS.put(Pattern.compile("[0-9A-Z]*|[0-9a-z]*"), 36);
    }

    private final Map<String, Set<String>> places = new TreeMap<>();

    /** Adds the members of a JSON answer, JWTs opened. */
    void add(String place, JsonNode json) {
        if (json.isContainerNode()) {
            json.properties().forEach(member -> add(place + "." + member.getKey(), member.getValue()));
            json.elements().forEachRemaining(element -> {
                if (json.isArray()) {
                    add(place + "[]", element);
                }
            });
        } else {
            add(place, json.asText());
        }
    }

    /** Adds a string: whole, in parts between punctuation, and what it encodes. */
    void add(String place, String text) {
        keep(place, text);
        Arrays.stream(PARTS.split(text)).forEach(part -> keep(place, part));
        Arrays.stream(WORDS.split(text)).forEach(part -> keep(place, part));
        if (JWT.matcher(text).matches()) {
            Arrays.stream(text.split("\\.")).forEach(part -> open(place, part));
        }
    }

    void addAll(String place, Map<String, String> parameters) {
        parameters.forEach((name, value) -> add(place + "." + name, value));
    }

    private void open(String place, String part) {
        try {
            byte[] decoded = Base64.getUrlDecoder().decode(part);
            if (decoded.length > 1 && decoded[0] == '{') {
                add(place, JsonText.MAPPER.readTree(new String(decoded, StandardCharsets.UTF_8)));
            }
        } catch (IllegalArgumentException | IOException notJson) {
            // a signature or a ciphertext: kept as it is
        }
    }

    private void keep(String place, String value) {
        if (capacity(value) >= THRESHOLD) {
            places.computeIfAbsent(value, v -> new TreeSet<>()).add(place);
        }
    }

    /** In bits. */
    static double capacity(String value) {
        if (NUMBER.matcher(value).matches() && !value.startsWith("0")) {
            return log2(Long.parseLong(value) + 1.0);
        }
        return value.length() * log2(alphabet(value));
    }

    private static int alphabet(String value) {
        return ALPHABETS.entrySet().stream()
                .filter(kind -> kind.getKey().matcher(value).matches())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(64);
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    Set<String> all() {
        return places.keySet();
    }

    int count() {
        return places.size();
    }

    /** The values that both have and none of the others: with the places of both. */
    Map<String, Set<String>> inCommonWith(Values other, Values... somebodyElses) {
        Map<String, Set<String>> common = new TreeMap<>();
        places.forEach((value, here) -> {
            if (other.places.containsKey(value)
                    && Arrays.stream(somebodyElses).noneMatch(s -> s.places.containsKey(value))) {
                Set<String> both = new TreeSet<>(here);
                both.addAll(other.places.get(value));
                common.put(value, both);
            }
        });
        return common;
    }

    /** Whether any place ends so. */
    boolean has(String place) {
        return places.values().stream().flatMap(Set::stream).anyMatch(p -> p.equals(place));
    }

    private static final class JsonText {
        static final com.fasterxml.jackson.databind.ObjectMapper MAPPER =
                new com.fasterxml.jackson.databind.ObjectMapper();
    }
}
