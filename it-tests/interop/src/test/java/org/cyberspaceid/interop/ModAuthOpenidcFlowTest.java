package org.cyberspaceid.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cyberspaceid.harness.Harness;
import org.cyberspaceid.realm.IspAgreement;
import org.cyberspaceid.realm.IspClient;
import org.cyberspaceid.sandbox.Eventually;
import org.cyberspaceid.sandbox.GetStartedPage;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.UserSessionRepresentation;

/** Debian's {@code mod_auth_openidc}, set up as the Get started page says. */
class ModAuthOpenidcFlowTest {
    private static final String CLIENT = "get-started-apache";
    private static final String SECRET = "not-a-secret-but-long-enough-for-a-test";

    private static final TlsWorld WORLD = TlsWorld.get();
    private static final Apache SHOP = new Apache("relying-party");
    private static final KeptService BEHIND = new KeptService();

    @BeforeAll
    static void start() throws IOException {
        WORLD.register(client(), SECRET);
        String configuration = new GetStartedPage(WORLD.issuer())
                .snippet("apache.conf")
                .replace("your-client-id", CLIENT)
                .replace("https://shop.example", SHOP.base().toString());
        Path snippet = Files.writeString(SHOP.folder().resolve("get-started.conf"), configuration);
        SHOP.start(
                WORLD.authority(),
                BEHIND.port(),
                Map.of(
                        "SNIPPET",
                        snippet.toString(),
                        "CLIENT_SECRET",
                        SECRET,
                        "SESSION_KEY",
                        "a-key-for-one-test-run"));
    }

    @AfterAll
    static void stop() {
        SHOP.close();
        BEHIND.close();
    }

    @Test
    void signsInTellsTheServiceRefreshesAndSignsOut() {
        VirtualCitizen citizen = WORLD.citizen();
        citizen.enrol(at("/members"));

        JsonNode told = citizen.browser().json(at("/members"));
        String number = told.path("sub").asText();
        assertThat(number).hasSize(26);
        assertThat(told.path("acr").asText()).isEqualTo("urn:cyberspace-id:acr:password");
        assertThat(told.path("identity_verified").asText()).isEqualTo("1");
        assertThat(citizen.browser().fetch(at("/adults")).statusCode()).isEqualTo(200);
        assertThat(citizen.browser().fetch(at("/never")).statusCode()).isEqualTo(401);

        JsonNode before = info(citizen);
        assertThat(before.path("userinfo").path("sub").asText()).isEqualTo(number);
        assertThat(before.path("userinfo").path("age_over_18").asBoolean()).isTrue();

        JsonNode after = refresh(citizen, before);
        assertThat(after.path("access_token").asText())
                .isNotEmpty()
                .isNotEqualTo(before.path("access_token").asText());
        assertThat(after.path("userinfo").path("sub").asText()).isEqualTo(number);

        citizen.open(at("/callback?logout=" + encoded(at("/goodbye"))));
        assertThat(citizen.at().address()).as("after signing out").isEqualTo(at("/goodbye"));
        assertThat(citizen.open(at("/members")).is("login"))
                .as("asks who it is again: " + citizen.at())
                .isTrue();
    }

    @Test
    void hearsThatTheSessionIsOver() {
        VirtualCitizen citizen = WORLD.citizen();
        citizen.enrol(at("/members"));
        assertThat(info(citizen).path("access_token").asText()).isNotEmpty();

        endSessions();

        Eventually.holds(
                Duration.ofSeconds(20),
                () -> assertThat(citizen.browser()
                                .fetch(at("/callback?info=json"))
                                .statusCode())
                        .isEqualTo(401));
    }

    /** As an administrator ends them: with a logout token to the shop (OpenID Connect Back-Channel Logout 1.0). */
    private static void endSessions() {
        try (Keycloak admin = WORLD.sandbox().admin()) {
            RealmResource realm = admin.realm(Harness.REALM);
            String shop = realm.clients().findByClientId(CLIENT).get(0).getId();
            List<UserSessionRepresentation> sessions = realm.clients().get(shop).getUserSessions(0, 10);
            assertThat(sessions).isNotEmpty();
            sessions.forEach(session -> realm.users().get(session.getUserId()).logout());
        }
    }

    private static JsonNode info(VirtualCitizen citizen) {
        return citizen.browser().json(at("/callback?info=json"));
    }

    /** By the module's own hook, which the service's pages may call. */
    private static JsonNode refresh(VirtualCitizen citizen, JsonNode info) {
        String token = info.path("access_token").asText();
        citizen.open(at("/callback?refresh=" + encoded(at("/members")) + "&access_token=" + token));
        assertThat(citizen.at().address()).as("no error_code added").isEqualTo(at("/members"));
        return info(citizen);
    }

    private static IspClient client() {
        return new IspClient(
                CLIENT,
                "A shop behind Apache",
                Optional.empty(),
                List.of(at("/callback").toString()),
                List.of(at("/goodbye").toString()),
                Optional.empty(),
                Optional.of(at("/callback?logout=backchannel").toString()),
                Optional.empty(),
                Set.of("identity_verified", "age_over_18"),
                IspAgreement.of("by a password of its own"));
    }

    private static URI at(String path) {
        return URI.create(SHOP.base() + path);
    }

    private static String encoded(URI address) {
        return URLEncoder.encode(address.toString(), StandardCharsets.UTF_8);
    }
}
