package org.cyberspaceid.flows;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.sandbox.Sandbox;
import org.cyberspaceid.sandbox.citizen.Citizen;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.cyberspaceid.virtual.VirtualDocument;

/** The desk's simulator as an ISP's developer uses it. */
final class SimulatorDesk {
    private final Sandbox sandbox;
    private final HttpClient http = HttpClient.newHttpClient();

    SimulatorDesk(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    JsonNode list() {
        return send(HttpRequest.newBuilder(at("/simulator")).GET());
    }

    JsonNode order(String json) {
        return send(HttpRequest.newBuilder(at("/simulations"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** The persona with a browser that nobody has used. */
    VirtualCitizen person(JsonNode persona) {
        VirtualDocument document = sandbox.desk().documents().all().stream()
                .filter(d -> d.number().equals(persona.path("documentNumber").asText()))
                .findFirst()
                .orElseThrow();
        Citizen self = new Citizen(
                document,
                Portraits.all().get(0),
                persona.path("mobile").asText(),
                persona.path("password").asText());
        return sandbox.citizen(self, "zh-Hans");
    }

    private URI at(String path) {
        return sandbox.ready().desk().resolve(path);
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpRequest built = request.header("Accept", "application/json").build();
            return Answers.json(
                    http.send(built, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
