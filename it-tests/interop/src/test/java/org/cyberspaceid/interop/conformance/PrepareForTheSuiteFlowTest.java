package org.cyberspaceid.interop.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cyberspaceid.harness.ChildProcess;
import org.cyberspaceid.harness.Harness;
import org.cyberspaceid.harness.Repository;
import org.cyberspaceid.interop.TlsWorld;
import org.cyberspaceid.sandbox.citizen.Browser;
import org.junit.jupiter.api.Test;

/** The command that makes a server ready for the suite itself. */
class PrepareForTheSuiteFlowTest {
    private static final Path HERE = Repository.root().resolve("it-tests/interop");
    private static final String SUITE = "https://suite.example:8443";

    private final TlsWorld world = TlsWorld.get();

    @Test
    void theClientsOfItsConfigurationAreRegisteredAndStayTheSame() throws IOException {
        JsonNode configuration = prepared();

        assertThat(configuration.at("/server/discoveryUrl").asText())
                .isEqualTo(world.issuer() + "/.well-known/openid-configuration");
        assertThat(configuration.path("client_secret_post")).isEqualTo(configuration.path("client"));
        for (String client : List.of("client", "client2")) {
            String clientId = configuration.path(client).path("client_id").asText();
            assertIsAskedToSignIn(clientId);
            String secret = configuration.path(client).path("client_secret").asText();
            assertThat(errorOfACodeThatIsNone(clientId, secret)).isEqualTo("invalid_grant");
            assertThat(errorOfACodeThatIsNone(clientId, secret + "x")).isEqualTo("unauthorized_client");
        }
        assertThat(prepared()).isEqualTo(configuration);
    }

    private JsonNode prepared() throws IOException {
        Path log = HERE.resolve("target/conformance-prepare.log");
        Harness harness = world.sandbox().harness();
        ChildProcess.run(
                "the preparation for the suite",
                List.of(HERE.resolve("conformance/prepare").toString(), world.issuer(), SUITE),
                Map.of(
                        "KEYCLOAK_URL", harness.localUrl(),
                        "KEYCLOAK_ADMIN_USER", harness.adminUser(),
                        "KEYCLOAK_ADMIN_PASSWORD", harness.adminPassword()),
                log);
        String[] lines = Files.readString(log).strip().split("\n");
        return new ObjectMapper().readTree(Files.readAllBytes(Path.of(lines[lines.length - 1])));
    }

    /** As the module of the suite asks that sends least, without {@code nonce} and PKCE, at the address that it gives its clients. */
    private void assertIsAskedToSignIn(String clientId) {
        URI request = URI.create(world.issuer() + "/protocol/openid-connect/auth?"
                + Http.form(Map.of(
                        "client_id", clientId,
                        "redirect_uri", SUITE + "/test/a/cyberspace-id/callback",
                        "response_type", "code",
                        "scope", "openid",
                        "state", "s")));
        assertThat(new Browser("en").get(request).is("login")).isTrue();
    }

    private String errorOfACodeThatIsNone(String clientId, String secret) {
        return Http.json(Http.post(
                        URI.create(world.issuer() + "/protocol/openid-connect/token"),
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                "none",
                                "redirect_uri",
                                SUITE + "/test/a/cyberspace-id/callback",
                                "client_id",
                                clientId,
                                "client_secret",
                                secret)))
                .path("error")
                .asText();
    }
}
