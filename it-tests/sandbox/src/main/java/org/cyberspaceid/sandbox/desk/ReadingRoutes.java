package org.cyberspaceid.sandbox.desk;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cyberspaceid.sandbox.desk.Readings.Reading;
import org.cyberspaceid.sandbox.reader.RefusedException;
import org.cyberspaceid.virtual.VirtualDocument;

/** The virtual reader. */
final class ReadingRoutes {
    private final Readings readings;
    private final DocumentStore documents;

    ReadingRoutes(Readings readings, DocumentStore documents) {
        this.readings = readings;
        this.documents = documents;
    }

    void add(RoutesConfig routes) {
        routes.post("/readings", this::begin);
        routes.get("/readings/{id}", this::show);
    }

    private void begin(Context context) {
        Optional<String> link = FormOrJson.text(context, "handOff").filter(readings::isHandOff);
        Optional<VirtualDocument> document =
                FormOrJson.text(context, "documentId").flatMap(documents::find);
        if (link.isEmpty() || document.isEmpty()) {
            Answers.refuse(
                    context, link.isEmpty() ? 400 : 404, link.isEmpty() ? "hand_off_invalid" : "document_not_found");
            return;
        }
        try {
            Reading reading = readings.begin(URI.create(link.get()), document.get());
            if (Answers.wantsPage(context)) {
                context.redirect("/readings/" + reading.id(), HttpStatus.SEE_OTHER);
            } else {
                Answers.json(context, 202, view(reading));
            }
        } catch (RefusedException refused) {
            Answers.refuse(context, 409, refused.status() == 0 ? "reader_no_answer" : refused.code());
        }
    }

    private void show(Context context) {
        Optional<Reading> found = readings.find(context.pathParam("id"));
        if (found.isEmpty()) {
            Answers.refuse(context, 404, "reading_not_found");
        } else if (Answers.wantsPage(context)) {
            Answers.page(context, 200, DeskPages.reading(found.get()));
        } else {
            Answers.json(context, 200, view(found.get()));
        }
    }

    private static Map<String, String> view(Reading reading) {
        Map<String, String> view = new LinkedHashMap<>();
        view.put("id", reading.id());
        view.put("code", reading.code());
        view.put("status", reading.status());
        if (!reading.error().isEmpty()) {
            view.put("error", reading.error());
        }
        return view;
    }
}
