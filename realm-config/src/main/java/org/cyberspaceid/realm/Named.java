package org.cyberspaceid.realm;

import com.fasterxml.jackson.databind.JsonNode;

/** Finds an element by its name. */
final class Named {
    private Named() {}

    /** The element whose {@code name} it is, or null. */
    static JsonNode find(JsonNode elements, JsonNode name) {
        return find(elements, "name", name.asText());
    }

    /** The element whose member {@code key} has this value, or null. */
    static JsonNode find(JsonNode elements, String key, String value) {
        for (JsonNode element : elements) {
            if (element.path(key).asText().equals(value)) {
                return element;
            }
        }
        return null;
    }
}
