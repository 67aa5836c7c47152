package org.cyberspaceid.enrolment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;

/** One text field of a small JSON object. */
final class JsonField {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonField() {}

    static Optional<String> text(byte[] unverifiedJson, String name) {
        try {
            return Optional.ofNullable(MAPPER.readTree(unverifiedJson))
                    .map(object -> object.get(name))
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::textValue);
        } catch (IOException noJson) {
            return Optional.empty();
        }
    }
}
