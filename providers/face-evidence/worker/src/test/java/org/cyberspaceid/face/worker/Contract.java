package org.cyberspaceid.face.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** providers/docs/face-service.openapi.json, as someone would read it who writes another service. */
final class Contract {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FILE = Path.of("../../docs/face-service.openapi.json");

    private final JsonNode document;

    Contract() throws IOException {
        document = JSON.readTree(FILE.toFile());
    }

    /** What the contract has against a status and body of a path; empty when nothing. */
    List<String> complaints(String path, int status, String body) throws IOException {
        JsonNode answer =
                document.path("paths").path(path).path("post").path("responses").path(String.valueOf(status));
        if (answer.isMissingNode()) {
            return List.of("no answer " + status + " of " + path);
        }
        JsonNode schema = answer.at("/content/application~1json/schema");
        return schema.isMissingNode() ? List.of() : complaints(schema, body);
    }

    /** What it has against a request's body. */
    List<String> complaints(String path, String body) throws IOException {
        return complaints(
                document.path("paths").path(path).at("/post/requestBody/content/application~1json/schema"), body);
    }

    /** The values of an enumeration. */
    Set<String> values(String pointer) {
        Set<String> values = new HashSet<>();
        document.at(pointer).forEach(value -> values.add(value.asText()));
        return values;
    }

    private List<String> complaints(JsonNode schema, String body) throws IOException {
        // The components come along, so that the references of OpenAPI are found.
        ObjectNode whole = ((ObjectNode) schema.deepCopy());
        whole.set("components", document.get("components"));
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(whole)
                .validate(JSON.readTree(body))
                .stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }
}
