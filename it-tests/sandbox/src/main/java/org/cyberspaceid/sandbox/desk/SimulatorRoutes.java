package org.cyberspaceid.sandbox.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.cyberspaceid.sandbox.simulator.Refusal;
import org.cyberspaceid.sandbox.simulator.Simulation;
import org.cyberspaceid.sandbox.simulator.Simulator;

/** Chosen claims and chosen errors: {@code GET /simulator} lists, {@code POST /simulations} makes. */
final class SimulatorRoutes {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Supplier<Optional<Simulator>> simulator;

    SimulatorRoutes(Supplier<Optional<Simulator>> simulator) {
        this.simulator = simulator;
    }

    void add(RoutesConfig routes) {
        routes.get("/simulator", this::list);
        routes.post("/simulations", this::simulate);
    }

    private void list(Context context) {
        if (Answers.wantsPage(context)) {
            Answers.page(context, 200, SimulatorPages.form(Simulator.claims(), Simulator.errors()));
        } else {
            Map<String, List<String>> all = Map.of("claims", Simulator.claims(), "errors", Simulator.errors());
            Answers.json(context, 200, all);
        }
    }

    private void simulate(Context context) throws IOException {
        Optional<Simulator> ready = simulator.get();
        Simulation simulation = ready.isEmpty()
                ? new Simulation.Refused(Refusal.NOT_READY)
                : run(ready.get(), context.isFormUrlencoded() ? ofForm(context) : JSON.readTree(context.bodyAsBytes()));
        answer(context, simulation);
    }

    private static void answer(Context context, Simulation simulation) {
        if (simulation instanceof Simulation.Refused refused) {
            refuse(context, refused.why());
        } else if (Answers.wantsPage(context)) {
            Answers.page(context, 201, SimulatorPages.ready((Simulation.Ready) simulation));
        } else {
            Answers.json(context, 201, simulation);
        }
    }

    private static void refuse(Context context, Refusal why) {
        int status = why == Refusal.NOT_READY ? 503 : 422;
        if (Answers.wantsPage(context)) {
            Answers.page(context, status, SimulatorPages.refused(why));
        } else {
            Answers.json(context, status, Map.of("error", why.code(), "error_description", why.english()));
        }
    }

    private static Simulation run(Simulator simulator, JsonNode order) {
        JsonNode claims = order.path("claims");
        JsonNode error = order.path("error");
        if (error.isTextual() && claims.isMissingNode()) {
            return simulator.withError(error.asText());
        }
        boolean yesOrNo = claims.isObject()
                && claims.properties().stream()
                        .allMatch(c -> c.getValue().isBoolean() || c.getValue().isNull());
        if (!yesOrNo || !error.isMissingNode()) {
            return new Simulation.Refused(Refusal.REQUEST_INVALID);
        }
        Map<String, Boolean> wanted = new HashMap<>();
        claims.properties().forEach(c -> wanted.put(c.getKey(), yesNoOrAbsent(c.getValue())));
        return simulator.withClaims(wanted);
    }

    private static Boolean yesNoOrAbsent(JsonNode answer) {
        return answer.isNull() ? null : Boolean.valueOf(answer.asBoolean());
    }

    /** The page's form as the same JSON: an error, or each claim as true, false or empty for either. */
    private static JsonNode ofForm(Context context) {
        ObjectNode order = JSON.createObjectNode();
        String error = context.formParam("error");
        if (error != null) {
            return order.put("error", error);
        }
        for (String claim : Simulator.claims()) {
            String answer = context.formParam(claim);
            if (answer != null) {
                ObjectNode claims = order.withObjectProperty("claims");
                readAnswer(claims, claim, answer);
            }
        }
        return order;
    }

    private static void readAnswer(ObjectNode claims, String claim, String answer) {
        if (answer.equals("null")) {
            claims.putNull(claim);
        } else if (!answer.isEmpty()) {
            claims.put(claim, Boolean.parseBoolean(answer));
        }
    }
}
