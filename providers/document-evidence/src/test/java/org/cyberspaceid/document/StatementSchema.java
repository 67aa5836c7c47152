package org.cyberspaceid.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** The published schema of header and claims, as a third party's validator reads it. */
final class StatementSchema {
    private static final Path FILE = Path.of("../docs/reader-statement.schema.json");
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(json());

    private StatementSchema() {}

    static JsonNode json() {
        try {
            return Json.parse(Files.readAllBytes(FILE));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** What the schema has against a statement; empty when nothing. Formats are asserted. */
    static List<String> complaints(String jws) {
        String[] parts = jws.split("\\.");
        ObjectNode statement = JsonNodeFactory.instance.objectNode();
        statement.set("header", Json.parse(Base64.getUrlDecoder().decode(parts[0])));
        statement.set("claims", Json.parse(Base64.getUrlDecoder().decode(parts[1])));
        return SCHEMA
                .validate(statement, execution -> execution.getExecutionConfig().setFormatAssertionsEnabled(true))
                .stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    static List<String> complaints(byte[] submission) {
        return complaints(Json.parse(submission).get("statement").asText());
    }
}
