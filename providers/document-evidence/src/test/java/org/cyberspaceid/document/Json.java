package org.cyberspaceid.document;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Changes a submission on its way. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static byte[] change(byte[] submission, Consumer<ObjectNode> change) {
        ObjectNode json = parse(submission);
        change.accept(json);
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Changes one base64 member of an object. */
    static void bytes(ObjectNode object, String name, UnaryOperator<byte[]> change) {
        byte[] before = Base64.getDecoder().decode(object.get(name).asText());
        object.put(name, change.apply(before));
    }

    static ObjectNode groups(ObjectNode submission) {
        return (ObjectNode) submission.get("dataGroups");
    }

    static ObjectNode parse(byte[] json) {
        try {
            return (ObjectNode) MAPPER.readTree(json);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
