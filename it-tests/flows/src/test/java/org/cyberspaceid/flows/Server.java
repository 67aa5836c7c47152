package org.cyberspaceid.flows;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.cyberspaceid.harness.Ports;
import org.cyberspaceid.harness.Secrets;
import org.cyberspaceid.sandbox.Sandbox;
import org.cyberspaceid.sandbox.SandboxSettings;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.EventRepresentation;

/** The sandbox as the tests start it, and what an administrator and an ISP's back end can ask it. */
final class Server {
    private static final String REALM = "cyberspace-id";
    private static final List<String> CLIENTS = List.of("demo-isp-library", "demo-isp-games");

    private final int keycloakPort = Ports.orFree(0);
    private final int ispPort = freePair();
    private final int deskPort = Ports.orFree(0);
    private final int facePort = Ports.orFree(0);
    private Sandbox sandbox = start(true);

    Server() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> sandbox.close(), "flow-tests-close"));
    }

    private Sandbox start(boolean fresh) {
        Path folder = Path.of("target", "sandbox").toAbsolutePath();
        return Sandbox.start(
                new SandboxSettings(keycloakPort, ispPort, deskPort, facePort, Optional.empty(), fresh, folder, false),
                System.out);
    }

    /** SIGKILL to Keycloak, PostgreSQL and the face worker, and a new start on what they left. */
    void killEverythingAndStartAgain() {
        sandbox.harness().killAll();
        sandbox.close();
        sandbox = start(false);
    }

    Sandbox sandbox() {
        return sandbox;
    }

    /** The second ISP takes the next port. */
    private static int freePair() {
        while (true) {
            int first = Ports.orFree(0);
            try {
                Ports.requireFree(first + 1, "isp");
                return first;
            } catch (RuntimeException taken) {
                // another pair, then
            }
        }
    }

    Keycloak admin() {
        return Keycloak.getInstance(
                sandbox.harness().localUrl(),
                "master",
                sandbox.harness().adminUser(),
                sandbox.harness().adminPassword(),
                "admin-cli");
    }

    /** The errors of the latest events of a type, newest first. */
    List<String> lastErrors(String type) {
        try (Keycloak admin = admin()) {
            return admin.realm(REALM).getEvents(List.of(type), null, null, null, null, null, 0, 5).stream()
                    .map(EventRepresentation::getError)
                    .toList();
        }
    }

    /** RFC 7662, as the ISP's resource server. */
    JsonNode introspect(int isp, String token) {
        String client = CLIENTS.get(isp);
        String secret = new Secrets(sandbox.harness().folder().resolve("secrets")).value(client);
        String basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(sandbox.harness().issuer() + "/protocol/openid-connect/token/introspect"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("token=" + URLEncoder.encode(token, StandardCharsets.UTF_8)))
                .build();
        try {
            return Tokens.json(HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    void sql(String statement) {
        try (Connection connection =
                DriverManager.getConnection(sandbox.harness().jdbcUrl())) {
            connection.createStatement().execute(statement);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
