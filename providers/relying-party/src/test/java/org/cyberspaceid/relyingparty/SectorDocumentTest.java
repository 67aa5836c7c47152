package org.cyberspaceid.relyingparty;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.http.impl.client.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

class SectorDocumentTest {
    private static final String LISTED =
            "[\"https://a.example/back\", \"https://b.example/back\", \"https://c.example/\"]";

    private HttpServer host;
    private String document = LISTED;
    private int status = 200;

    @BeforeEach
    void start() throws Exception {
        host = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        host.createContext("/sector.json", call -> {
            byte[] body = document.getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders().add("Location", "/elsewhere.json");
            call.sendResponseHeaders(status, body.length);
            call.getResponseBody().write(body);
            call.close();
        });
        host.createContext("/elsewhere.json", call -> {
            byte[] body = LISTED.getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(200, body.length);
            call.getResponseBody().write(body);
            call.close();
        });
        host.start();
    }

    @AfterEach
    void stop() {
        host.stop(0);
    }

    @Test
    void whoIsListedWholeIsLetIn() {
        assertThat(violation(true, "https://a.example/back", "https://b.example/back"))
                .isEmpty();
    }

    @Test
    void oneAddressThatIsNotListedIsEnoughToRefuse() {
        assertThat(violation(true, "https://a.example/back", "https://b.example/other"))
                .hasValueSatisfying(v -> assertThat(v).contains("does not list"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {"200; {}", "200; <html>", "200; [[]]", "404; []", "302; []"})
    void whatIsNoSuchDocumentIsRefused(int answered, String content) {
        status = answered;
        document = content;
        assertThat(violation(true, "https://a.example/back"))
                .hasValueSatisfying(v -> assertThat(v).contains("is not to be had"));
    }

    @Test
    void aLongOneIsNotReadToTheEnd() {
        document = LISTED + " ".repeat(65 * 1024);
        assertThat(violation(true, "https://a.example/back"))
                .hasValueSatisfying(v -> assertThat(v).contains("at most 64 KiB"));
    }

    @Test
    void switchingAClientOffDoesNotNeedTheIspsHost() {
        host.stop(0);
        assertThat(violation(true, "https://a.example/back")).isPresent();
        assertThat(violation(false, "https://a.example/back")).isEmpty();
    }

    private Optional<String> violation(boolean enabled, String... redirectUris) {
        String uri = "http://127.0.0.1:" + host.getAddress().getPort() + "/sector.json";
        Function<Object, Object> attribute = name -> name.equals("sectorIdentifierUri") ? uri : null;
        ClientModel client = Models.of(
                ClientModel.class,
                Map.of("isEnabled", enabled, "getRedirectUris", Set.of(redirectUris), "getAttribute", attribute));
        HttpClientProvider http = Models.of(
                HttpClientProvider.class,
                Map.of("getHttpClient", HttpClients.createDefault(), "getMaxConsumedResponseSize", 1_000_000L));
        Function<Object, Object> provider = type -> http;
        return new SectorDocument(Models.of(KeycloakSession.class, Map.of("getProvider", provider))).violation(client);
    }
}
