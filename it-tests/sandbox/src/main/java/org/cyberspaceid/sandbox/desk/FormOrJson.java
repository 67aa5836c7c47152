package org.cyberspaceid.sandbox.desk;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** A body from the form of a page, or from JSON. */
final class FormOrJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FormOrJson() {}

    static Optional<String> text(Context context, String name) {
        if (context.isFormUrlencoded()) {
            return Optional.ofNullable(context.formParam(name)).map(String::strip);
        }
        try {
            JsonNode body = JSON.readTree(context.bodyAsBytes());
            return Optional.ofNullable(body).map(b -> b.path(name).textValue());
        } catch (JacksonException notJson) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
