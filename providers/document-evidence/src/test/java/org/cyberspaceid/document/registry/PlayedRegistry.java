package org.cyberspaceid.document.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A registry over real HTTPS that insists on a client certificate, and answers what a test wants. */
final class PlayedRegistry implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<JsonNode> questions = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour = (question, exchange) -> answer(exchange, 500, "");

    /** What the registry does with a question. */
    @FunctionalInterface
    interface Behaviour {
        void on(JsonNode question, HttpExchange exchange) throws IOException;
    }

    PlayedRegistry(SSLContext tls) throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters needed = getSSLContext().getDefaultSSLParameters();
                needed.setNeedClientAuth(true);
                parameters.setSSLParameters(needed);
            }
        });
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
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
        return URI.create("https://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
