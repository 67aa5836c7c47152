package org.cyberspaceid.sandbox.desk;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Optional;
import org.cyberspaceid.sandbox.registry.SandboxRegistry;
import org.cyberspaceid.virtual.VirtualDocument;

/** What the population registry does, and has it do otherwise. */
final class RegistryRoutes {
    private static final String STATE = "state";
    private static final String AWAY = "away";
    private static final String ANSWERS = "answers";

    private final SandboxRegistry registry;
    private final DocumentStore documents;

    RegistryRoutes(SandboxRegistry registry, DocumentStore documents) {
        this.registry = registry;
        this.documents = documents;
    }

    void add(RoutesConfig routes) {
        routes.get("/registry", this::show);
        routes.post("/registry", this::change);
        routes.post("/registry/persons", this::onePerson);
    }

    private void show(Context context) {
        if (Answers.wantsPage(context)) {
            Answers.page(context, 200, RegistryPage.of(registry.isAway()));
        } else {
            Answers.json(context, 200, Map.of(STATE, registry.isAway() ? AWAY : ANSWERS));
        }
    }

    private void change(Context context) {
        Optional<String> state = FormOrJson.text(context, STATE).filter(s -> s.equals(AWAY) || s.equals(ANSWERS));
        if (state.isEmpty()) {
            Answers.refuse(context, 400, "state_invalid");
        } else {
            registry.setAway(state.get().equals(AWAY));
            done(context);
        }
    }

    private void onePerson(Context context) {
        Optional<VirtualDocument> one = FormOrJson.text(context, "documentId").flatMap(documents::find);
        Optional<VirtualDocument> other =
                FormOrJson.text(context, "otherDocumentId").flatMap(documents::find);
        if (one.isEmpty() || other.isEmpty()) {
            Answers.refuse(context, 404, "document_not_found");
        } else {
            registry.register().onePerson(one.get(), other.get());
            done(context);
        }
    }

    private void done(Context context) {
        if (Answers.wantsPage(context)) {
            context.redirect("/registry", HttpStatus.SEE_OTHER);
        } else {
            show(context);
        }
    }
}
