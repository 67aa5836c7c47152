package org.cyberspaceid.sandbox.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.cyberspaceid.document.registry.RegistryTls;
import org.cyberspaceid.harness.Folders;
import org.cyberspaceid.harness.Secrets;
import org.cyberspaceid.virtual.MutualTlsServer;
import org.cyberspaceid.virtual.PopulationRegister;
import org.cyberspaceid.virtual.RegisteredDocument;
import org.cyberspaceid.virtual.TlsAuthority;

/**
 * The population registry of the sandbox: {@code providers/docs/population-registry.openapi.json} over real HTTPS with client
 * certificates, for the documents that the sandbox authority issued. Keycloak asks it by the same adapter as a real one.
 */
public final class SandboxRegistry implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "registry_store_password";
    private static final String SETTING = "spi-population-registry--https--";
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int AWAY = 503;

    private final PopulationRegister register;
    private final MutualTlsServer server;
    private final Map<String, String> settings;
    private volatile boolean away;

    private SandboxRegistry(PopulationRegister register, Path folder, Secrets secrets) {
        this.register = register;
        String password = secrets.value(PASSWORD);
        TlsAuthority authority = new TlsAuthority("Sandbox registry", password);
        Path trust = authority.trustStore(folder);
        this.server = new MutualTlsServer(
                RegistryTls.of(
                        authority.keyStore(folder, "localhost"), password.toCharArray(), trust, password.toCharArray()),
                this::answer);
        this.settings = Map.of(
                SETTING + "url", server.address().toString(),
                SETTING + "code", "sandbox",
                SETTING + "key-store-file",
                        authority.keyStore(folder, "cyberspace-id").toString(),
                SETTING + "key-store-password-file", secrets.file(PASSWORD).toString(),
                SETTING + "trust-store-file", trust.toString(),
                SETTING + "trust-store-password-file", secrets.file(PASSWORD).toString(),
                // whoever switched it back does not want to wait for half a minute
                SETTING + "circuit-open-for", "PT2S");
    }

    /**
     * Opens it on a free port.
     *
     * @param folder for the certificates, which are new each time
     */
    public static SandboxRegistry start(PopulationRegister register, Path folder, Secrets secrets) {
        Folders.delete(folder);
        return new SandboxRegistry(register, Folders.create(folder), secrets);
    }

    /** Keycloak's settings for it. */
    public Map<String, String> settings() {
        return settings;
    }

    /** What it answers from. */
    public PopulationRegister register() {
        return register;
    }

    /** While away it answers 503 to every question. */
    public void setAway(boolean isAway) {
        away = isAway;
    }

    public boolean isAway() {
        return away;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean asked = exchange.getRequestMethod().equals("POST")
                    && exchange.getRequestURI().getPath().equals("/v1/confirmations");
            if (away || !asked) {
                exchange.sendResponseHeaders(away ? AWAY : NOT_FOUND, -1);
                return;
            }
            byte[] body = JSON.writeValueAsBytes(answer(JSON.readTree(exchange.getRequestBody())));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(OK, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private ObjectNode answer(JsonNode question) {
        Optional<RegisteredDocument> known = register.find(text(question, "document_number"))
                .filter(document -> document.type().equals(text(question, "document_type")));
        ObjectNode answer = JSON.createObjectNode()
                .put("request_id", text(question, "request_id"))
                .put("result", known.map(document -> result(document, question)).orElse("unknown"));
        if (answer.path("result").asText().equals("confirmed")) {
            known.flatMap(RegisteredDocument::reference).ifPresent(person -> answer.put("person_reference", person));
        }
        return answer;
    }

    private static String result(RegisteredDocument document, JsonNode question) {
        if (!document.isOf(text(question, "name"), text(question, "birth_date"))) {
            return "person_differs";
        }
        return document.valid() && document.expiresOn().equals(text(question, "expires_on"))
                ? "confirmed"
                : "not_valid";
    }

    private static String text(JsonNode question, String member) {
        return question.path(member).asText();
    }

    @Override
    public void close() {
        server.close();
    }
}
