package org.cyberspaceid.relyingparty.claims;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Reads an ISP's JSON strictly: no member twice, nothing behind it, the types of the specification. */
final class Json {
    static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static ObjectNode object(String unverified) {
        try {
            return object(STRICT.readTree(unverified));
        } catch (JsonProcessingException notJson) {
            // Without its message: that would quote the request.
            throw malformed();
        }
    }

    static ObjectNode object(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw malformed();
    }

    /** The member as an object without members where it is missing or {@code null}. */
    static ObjectNode objectOrNull(JsonNode node) {
        return node == null || node.isNull() ? STRICT.createObjectNode() : object(node);
    }

    static boolean flag(ObjectNode parent, String name) {
        JsonNode flag = parent.path(name);
        if (flag.isMissingNode() || flag.isBoolean()) {
            return flag.asBoolean();
        }
        throw malformed();
    }

    /** {@code value} and {@code values} as one list. */
    static List<JsonNode> values(ObjectNode parent) {
        List<JsonNode> values = new ArrayList<>();
        if (parent.has("value")) {
            values.add(parent.get("value"));
        }
        if (parent.has("values")) {
            if (!parent.get("values").isArray() || parent.get("values").isEmpty() || !values.isEmpty()) {
                throw malformed();
            }
            parent.get("values").forEach(values::add);
        }
        return values;
    }

    static ClaimsRefusedException malformed() {
        return new ClaimsRefusedException(RequestProblem.CLAIMS_MALFORMED);
    }
}
