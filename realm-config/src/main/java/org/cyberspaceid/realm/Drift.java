package org.cyberspaceid.realm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Where a realm has left its files. What a file does not mention is the deployer's own and never drift. */
final class Drift {
    private Drift() {}

    /** The paths at which {@code actual} is not what {@code desired} says, for example {@code attributes.acr.loa.map}. */
    static List<String> between(JsonNode desired, JsonNode actual) {
        List<String> paths = new ArrayList<>();
        compare("", desired, actual, paths);
        return paths;
    }

    private static void compare(String path, JsonNode desired, JsonNode actual, List<String> paths) {
        if (desired.isObject() && actual != null && actual.isObject()) {
            desired.properties()
                    .forEach(m -> compare(join(path, m.getKey()), m.getValue(), actual.get(m.getKey()), paths));
        } else if (!same(desired, actual)) {
            paths.add(path);
        }
    }

    private static boolean same(JsonNode desired, JsonNode actual) {
        if (actual == null || actual.isNull()) {
            // Keycloak leaves empty collections out.
            return desired.isNull() || (desired.isContainerNode() && desired.isEmpty());
        }
        return desired.isArray() && actual.isArray()
                ? sameElements(desired, actual)
                : desired.asText().equals(actual.asText()) && desired.isValueNode() == actual.isValueNode();
    }

    /** In any order: Keycloak keeps sets and sorts lists as it likes. */
    private static boolean sameElements(JsonNode desired, JsonNode actual) {
        List<JsonNode> left = new ArrayList<>();
        actual.forEach(left::add);
        for (JsonNode wanted : desired) {
            if (!left.removeIf(new FirstMatch(wanted))) {
                return false;
            }
        }
        return left.isEmpty();
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** Matches one element only, so that doubles count. */
    private static final class FirstMatch implements Predicate<JsonNode> {
        private final JsonNode wanted;
        private boolean found;

        FirstMatch(JsonNode wanted) {
            this.wanted = wanted;
        }

        @Override
        public boolean test(JsonNode candidate) {
            if (found || !between(wanted, candidate).isEmpty()) {
                return false;
            }
            found = true;
            return true;
        }
    }
}
