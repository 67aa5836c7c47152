package org.cyberspaceid.sandbox.desk;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.cyberspaceid.sandbox.persona.Persona;

/** The start page, the personas, and what pages need. */
final class PageRoutes {
    private final Supplier<List<Persona>> personas;

    PageRoutes(Supplier<List<Persona>> personas) {
        this.personas = personas;
    }

    void add(RoutesConfig routes) {
        routes.get("/", context -> Answers.page(context, 200, DeskPages.home()));
        routes.get("/personas", this::personas);
        routes.get("/healthz", context -> context.result("ok"));
        routes.get("/openapi.json", context -> resource(context, "openapi.json", "application/json"));
        routes.get("/desk.css", context -> resource(context, "desk.css", "text/css"));
        routes.get("/desk.js", context -> resource(context, "desk.js", "text/javascript"));
    }

    private void personas(Context context) {
        if (Answers.wantsPage(context)) {
            Answers.page(context, 200, DeskPages.personas(personas.get()));
        } else {
            Answers.json(context, 200, personas.get());
        }
    }

    private static void resource(Context context, String name, String type) throws IOException {
        try (InputStream in = Objects.requireNonNull(PageRoutes.class.getResourceAsStream(name))) {
            context.contentType(type).result(in.readAllBytes());
        }
    }
}
