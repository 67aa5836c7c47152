package org.cyberspaceid.relyingparty.claims;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the person agreed to in this sign-in, by name: values of people never stand in notes. The consent step writes it as a client
 * note of the authentication session, Keycloak copies it to the client session, and the mappers answer nothing beyond it.
 *
 * @param items {@code number}, claims of the table by their names, {@code identity_match}
 * @param realIdentityValues the values of {@code real_identity} that were ticked, by their claim names
 */
public record Grant(Set<String> items, Set<String> realIdentityValues) {
    /** The client note. */
    public static final String NOTE = "cyberspaceid.grant";

    private static final String BETWEEN = "|";
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]+");

    public Grant {
        items = Set.copyOf(items);
        realIdentityValues = Set.copyOf(realIdentityValues);
        if (!Stream.of(items, realIdentityValues)
                .flatMap(Set::stream)
                .allMatch(n -> NAME.matcher(n).matches())) {
            throw new IllegalArgumentException("a grant holds names only");
        }
    }

    /** The note's text; the same grant has the same text. */
    public String toNote() {
        return String.join(" ", new TreeSet<>(items)) + BETWEEN + String.join(" ", new TreeSet<>(realIdentityValues));
    }

    /** Reads the note; empty when there is none or it is not one of ours: then nothing was granted. */
    public static Optional<Grant> ofNote(String note) {
        if (note == null) {
            return Optional.empty();
        }
        String[] parts = note.split(Pattern.quote(BETWEEN), -1);
        return parts.length == 2
                        && Stream.of(parts)
                                .flatMap(Grant::words)
                                .allMatch(w -> NAME.matcher(w).matches())
                ? Optional.of(new Grant(set(parts[0]), set(parts[1])))
                : Optional.empty();
    }

    private static Set<String> set(String words) {
        return words(words).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty());
    }
}
