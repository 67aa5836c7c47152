package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.realm.IspClient;
import org.cyberspaceid.realm.IspClients;
import org.cyberspaceid.realm.RealmApplier;
import org.cyberspaceid.sandbox.GetStartedPage;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.ClientInitialAccessCreatePresentation;

/** What the Get started page says is true: a new Spring Boot application signs a citizen in with its snippets alone. */
class GetStartedFlowTest {
    private static final Portrait SELF = Portraits.all().get(3);
    private static final int MOST_LINES_OF_CONFIGURATION = 15;
    private static final String CLIENT = "get-started-spring";
    private static final String SECRET = "not-a-secret-but-long-enough-for-a-test";

    private final World world = World.get();
    private final String issuer = world.sandbox().harness().issuer();
    private final GetStartedPage page = new GetStartedPage(issuer);

    @TempDir
    private Path folder;

    @Test
    void aNewSpringBootApplicationSignsACitizenIn() throws Exception {
        try (NewSpringApplication shop = new NewSpringApplication(folder)) {
            register(shop.at("/login/oauth2/code/cyberspace-id"));
            shop.start(
                    page.snippet("spring.yaml").replace("your-client-id", CLIENT),
                    page.snippet("spring.java") + "\n" + page.snippet("spring-use.java"),
                    SECRET);
            VirtualCitizen citizen = world.citizen(SELF);

            citizen.enrol(shop.at("/me"));

            JsonNode me = Answers.json(citizen.browser().fetch(shop.at("/me")).body());
            assertThat(me.path("number").asText()).hasSize(26);
            assertThat(me.path("adult").asBoolean()).isTrue();
        }
    }

    @Test
    void theCurlCommandRegistersAnIsp() throws Exception {
        String token;
        try (Keycloak admin = world.admin()) {
            token = admin.realm(RealmApplier.REALM)
                    .clientInitialAccess()
                    .create(new ClientInitialAccessCreatePresentation(60, 1))
                    .getToken();
        }
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", page.snippet("register.sh"));
        shell.environment().put("INITIAL_ACCESS_TOKEN", token);
        Process curl = shell.redirectErrorStream(true).start();
        String answer = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(curl.waitFor()).as(answer).isZero();
        JsonNode client = Answers.json(answer);
        assertThat(client.path("client_id").asText()).isNotEmpty();
        assertThat(client.path("client_secret").asText()).isNotEmpty();
        assertThat(client.path("redirect_uris").toString()).isEqualTo("[\"https://shop.example/callback\"]");
    }

    @Test
    void theConfigurationIsShort() {
        List<String> configuration = Stream.of("spring.yaml", "spring.java")
                .flatMap(file -> page.lines(file).stream())
                .toList();

        System.out.println(
                "Spring Boot: " + configuration.size() + " lines of configuration, in 2 steps after registration");
        assertThat(configuration).hasSizeBetween(5, MOST_LINES_OF_CONFIGURATION);
    }

    @ParameterizedTest
    @CsvSource({"button.js, text/javascript", "button.css, text/css"})
    void theButtonsFilesMayBeLoadedByOtherSites(String file, String type) throws Exception {
        HttpResponse<String> answer = get(file, "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy")).contains("cross-origin");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("max-age=3600");
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        String etag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(get(file, etag).statusCode()).isEqualTo(304);
    }

    @Test
    void thereIsNoOtherFile() throws Exception {
        assertThat(get("button.ftl", "").statusCode()).isEqualTo(404);
        assertThat(get("..%2Fbutton.js", "").statusCode()).isGreaterThanOrEqualTo(400);
    }

    private void register(URI redirectUri) {
        IspClient isp = IspClient.of(
                CLIENT,
                "A new shop",
                List.of(redirectUri.toString()),
                Set.of("identity_verified", "age_over_18"),
                "its own sign-in by e-mail");
        try (Keycloak admin = world.admin()) {
            IspClients.register(admin, isp, Optional.of(SECRET));
        }
    }

    private HttpResponse<String> get(String file, String etag) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(issuer + "/isp/" + file));
        if (!etag.isEmpty()) {
            request.header("If-None-Match", etag);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
