package org.cyberspaceid.realm;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

/** Representations as JSON trees, and back. */
final class Json {
    static final ObjectMapper MAPPER = new ObjectMapper()
            .registerModule(new Jdk8Module())
            .setSerializationInclusion(JsonInclude.Include.NON_NULL)
            // The admin client is older than the server: what it does not know is not ours to change.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** For files that people write: a misspelt member is an error. */
    static final ObjectMapper STRICT = MAPPER.copy().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private Json() {}

    static ObjectNode tree(Object representation) {
        return MAPPER.valueToTree(representation);
    }

    static <T> T as(JsonNode tree, Class<T> type) {
        return MAPPER.convertValue(tree, type);
    }

    /** {@code onto} with every member of {@code change} written over it, objects member by member. */
    static ObjectNode merge(ObjectNode onto, JsonNode change) {
        change.properties().forEach(member -> {
            JsonNode there = onto.get(member.getKey());
            if (there instanceof ObjectNode object && member.getValue().isObject()) {
                merge(object, member.getValue());
            } else {
                onto.set(member.getKey(), member.getValue());
            }
        });
        return onto;
    }
}
