package org.cyberspaceid.sandbox.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cyberspaceid.sandbox.desk.Outbox.Message;

/** In: Keycloak's sender. Out: whoever wants to see what was sent. */
final class SmsRoutes {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Outbox outbox;

    SmsRoutes(Outbox outbox) {
        this.outbox = outbox;
    }

    void add(RoutesConfig routes) {
        routes.post("/outbox", this::take);
        routes.get("/sms", this::show);
    }

    private void take(Context context) throws IOException {
        if (!outbox.accepts(Desk.header(context, "Authorization"))) {
            Answers.refuse(context, 401, "token_wrong");
            return;
        }
        if (outbox.isDown()) {
            Answers.refuse(context, 503, "carrier_away");
            return;
        }
        JsonNode message = JSON.readTree(context.bodyAsBytes());
        outbox.put(message.path("to").asText(), message.path("text").asText());
        Answers.json(context, 202, Map.of("outcome", "accepted"));
    }

    private void show(Context context) {
        // A plus in a query is a blank to form decoding; the outbox looks at the digits only.
        List<Message> messages = outbox.to(Optional.ofNullable(context.queryParam("to")));
        if (Answers.wantsPage(context)) {
            Answers.page(context, 200, DeskPages.sms(messages));
        } else {
            Answers.json(context, 200, messages);
        }
    }
}
