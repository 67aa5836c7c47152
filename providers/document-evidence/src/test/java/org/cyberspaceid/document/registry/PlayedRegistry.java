package org.cyberspaceid.document.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.cyberspaceid.virtual.MutualTlsServer;

/** A registry over real HTTPS that insists on a client certificate, and answers what a test wants. */
final class PlayedRegistry implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final MutualTlsServer server;
    private final List<JsonNode> questions = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour = (question, exchange) -> answer(exchange, 500, "");

    /** What the registry does with a question. */
    @FunctionalInterface
    interface Behaviour {
        void on(JsonNode question, HttpExchange exchange) throws IOException;
    }

    PlayedRegistry(SSLContext tls) {
        server = new MutualTlsServer(tls, this::handle);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode question = JSON.readTree(exchange.getRequestBody());
            questions.add(question);
            behaviour.on(question, exchange);
        }
    }

    void does(Behaviour next) {
        behaviour = next;
    }

    /** Answers this result to every question; more members may follow it. */
    void says(String result, String more) {
        does((question, exchange) -> answer(
                exchange,
                200,
                "{\"request_id\":\"" + question.path("request_id").asText() + "\",\"result\":\"" + result + "\"" + more
                        + "}"));
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    List<JsonNode> questions() {
        return questions;
    }

    URI address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
    }
}
