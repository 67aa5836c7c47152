package org.cyberspaceid.sandbox.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.harness.Ports;
import org.cyberspaceid.harness.Secrets;
import org.cyberspaceid.sandbox.registry.SandboxRegistry;
import org.cyberspaceid.virtual.SandboxAuthority;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desk as it runs; only Keycloak is away. */
class DeskTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = Ports.orFree(0);
    private Desk desk;
    private SandboxRegistry registry;

    @BeforeEach
    void open() {
        desk = open(folder);
    }

    private Desk open(Path kept) {
        SandboxAuthority authority = SandboxAuthority.openOrCreate(kept.resolve("authority"));
        registry = SandboxRegistry.start(
                authority.register(), kept.resolve("registry"), new Secrets(kept.resolve("secrets")));
        return Desk.start(
                port, authority, kept.resolve("documents"), "token", URI.create("http://localhost:1"), registry);
    }

    @AfterEach
    void close() {
        desk.close();
        registry.close();
    }

    @Test
    void makesADocumentAndKeepsItAcrossARestart() throws Exception {
        HttpResponse<String> made = order(Portraits.all().get(0).jpeg(), "passport", "genuine");
        assertThat(made.statusCode()).isEqualTo(201);
        JsonNode document = JSON.readTree(made.body());

        close();
        desk = open(folder);

        HttpResponse<String> found = get("/documents/" + document.path("id").asText(), "application/json");
        assertThat(JSON.readTree(found.body())).isEqualTo(document);
        assertThat(document.path("number").asText()).startsWith("E");
        assertThat(document.path("type").asText()).isEqualTo("passport");
    }

    @Test
    void refusesAnOrderThatCannotBe() throws Exception {
        byte[] portrait = Portraits.all().get(0).jpeg();
        assertThat(order(portrait, "driving_licence", "genuine").statusCode()).isEqualTo(400);
        assertThat(order(portrait, "passport", "haunted").statusCode()).isEqualTo(400);
        assertThat(order(portrait, "resident_id_card", "no-active-authentication")
                        .statusCode())
                .as("only a chip has it")
                .isEqualTo(400);
        assertThat(order("<svg/>".getBytes(StandardCharsets.UTF_8), "passport", "genuine")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void refusesAPortraitBeyondTheCap() throws Exception {
        assertThat(order(new byte[6 * 1024 * 1024], "passport", "genuine").statusCode())
                .isEqualTo(400);
    }

    @Test
    void refusesAHandOffOfAnotherServer() throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(at("/readings"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"handOff\": \"http://evil.example/reader/open#x\", \"documentId\": \"x\"}")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"error\":\"hand_off_invalid\"}");
    }

    @Test
    void refusesAPageOfAnotherSite() throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(at("/readings"))
                .header("Origin", "http://localhost:8090")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void showsWhatKeycloakSent() throws Exception {
        String message = "{\"to\": \"+8613800138001\", \"text\": \"123456 <b>\"}";
        assertThat(post("/outbox", message, "Bearer wrong").statusCode()).isEqualTo(401);
        assertThat(post("/outbox", message, "Bearer token").statusCode()).isEqualTo(202);

        JsonNode shown = JSON.readTree(
                get("/sms?to=%2B8613800138001", "application/json").body());
        assertThat(shown).hasSize(1);
        assertThat(shown.get(0).path("text").asText()).isEqualTo("123456 <b>");
        assertThat(get("/sms", "text/html").body()).contains("123456 &lt;b&gt;").doesNotContain("123456 <b>");
    }

    @Test
    void switchesTheRegistryOffAndOnAndSaysSo() throws Exception {
        assertThat(get("/registry", "text/html").body()).contains("现在正常回应", "It answers now.");
        assertThat(post("/registry", "{\"state\": \"away\"}", "").body()).isEqualTo("{\"state\":\"away\"}");
        assertThat(registry.isAway()).isTrue();
        assertThat(get("/registry", "text/html").body()).contains("现在不回应", "It does not answer now");
        assertThat(post("/registry", "{\"state\": \"broken\"}", "").statusCode())
                .isEqualTo(400);
        assertThat(post("/registry", "{\"state\": \"answers\"}", "").statusCode())
                .isEqualTo(200);
        assertThat(registry.isAway()).isFalse();
    }

    @Test
    void registersTwoDocumentsOfOnePerson() throws Exception {
        byte[] portrait = Portraits.all().get(0).jpeg();
        JsonNode card =
                JSON.readTree(order(portrait, "resident_id_card", "genuine").body());
        JsonNode passport = JSON.readTree(order(portrait, "passport", "genuine").body());
        String both = "{\"documentId\": \"" + card.path("id").asText() + "\", \"otherDocumentId\": \""
                + passport.path("id").asText() + "\"}";
        assertThat(post("/registry/persons", both, "").statusCode()).isEqualTo(200);
        assertThat(registry.register()
                        .find(card.path("number").asText())
                        .orElseThrow()
                        .reference())
                .isPresent()
                .isEqualTo(registry.register()
                        .find(passport.path("number").asText())
                        .orElseThrow()
                        .reference());
        assertThat(post("/registry/persons", "{\"documentId\": \"none\"}", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void everyPageAnswersAPerson() throws Exception {
        for (String page : new String[] {"/", "/documents", "/sms", "/registry", "/personas", "/simulator"}) {
            HttpResponse<String> answer = get(page, "text/html");
            assertThat(answer.statusCode()).as(page).isEqualTo(200);
            assertThat(answer.body()).as(page).contains("<h1>", "lang=\"zh-Hans\"");
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .as(page)
                    .isPresent();
        }
    }

    @Test
    void itsDescriptionNamesPathsThatAnswer() throws Exception {
        JsonNode description =
                JSON.readTree(get("/openapi.json", "application/json").body());
        for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
            if (path.getValue().has("get") && !path.getKey().contains("{")) {
                assertThat(get(path.getKey(), "application/json").statusCode())
                        .as(path.getKey())
                        .isEqualTo(200);
            } else if (path.getValue().has("get")) {
                assertThat(get(path.getKey().replaceAll("\\{.*}", "none"), "application/json")
                                .body())
                        .as(path.getKey())
                        .contains("_not_found");
            }
        }
    }

    @Test
    void simulatesNothingBeforeTheServersAreThere() throws Exception {
        HttpResponse<String> answer = post("/simulations", "{\"error\": \"access_denied\"}", "");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(JSON.readTree(answer.body()).path("error").asText()).isEqualTo("not_ready");
    }

    private HttpResponse<String> order(byte[] portrait, String type, String variant) throws Exception {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        Map.of("type", type, "variant", variant, "name", "陈晓雨", "birthDate", "1994-05-17")
                .forEach((name, value) -> part(form, "name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8)));
        part(form, "name=\"portrait\"; filename=\"p.jpg\"\r\nContent-Type: image/jpeg", portrait);
        form.writeBytes("--edge--\r\n".getBytes(StandardCharsets.US_ASCII));
        return send(HttpRequest.newBuilder(at("/documents"))
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(HttpRequest.BodyPublishers.ofByteArray(form.toByteArray())));
    }

    private static void part(ByteArrayOutputStream form, String disposition, byte[] content) {
        form.writeBytes(("--edge\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(content);
        form.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private HttpResponse<String> post(String path, String json, String authorization) throws Exception {
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .header("Authorization", authorization)
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> get(String path, String accept) throws Exception {
        return send(HttpRequest.newBuilder(at(path)).header("Accept", accept));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
