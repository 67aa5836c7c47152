package org.cyberspaceid.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.cyberspaceid.sandbox.GetStartedPage;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.junit.jupiter.api.Test;

/** npm's {@code openid-client}, in the version of {@code package.json}. */
class OpenIdClientFlowTest {
    private static final String SECRET = "not-a-secret-but-long-enough-for-a-test";

    private final TlsWorld world = TlsWorld.get();

    @Test
    void signsInByAPushedRequestRefreshesAsksAndSignsOut() {
        try (NodeProgram service = new NodeProgram()) {
            world.register("openid-client", SECRET, service.at("/callback"), service.at("/signed-out"));
            service.start(
                    world,
                    TlsWorld.HERE.resolve("src/test/node/relying-party.mjs"),
                    Map.of("ISSUER", world.issuer(), "CLIENT_ID", "openid-client", "CLIENT_SECRET", SECRET));
            VirtualCitizen citizen = world.citizen();

            JsonNode idToken = signIn(citizen, service);

            String number = idToken.path("sub").asText();
            assertThat(number).hasSize(26);
            assertThat(idToken.path("acr").asText()).isEqualTo("urn:cyberspace-id:acr:password");
            expectTheAnswers(idToken);
            JsonNode userinfo = ask(citizen, service, "/userinfo");
            assertThat(userinfo.path("sub").asText()).isEqualTo(number);
            expectTheAnswers(userinfo);
            JsonNode introspected = ask(citizen, service, "/introspection");
            assertThat(introspected.path("active").asBoolean()).isTrue();
            assertThat(introspected.path("sub").asText()).isEqualTo(number);

            JsonNode refreshed = ask(citizen, service, "/refresh");
            assertThat(refreshed.path("newAccessToken").asBoolean()).isTrue();
            assertThat(refreshed.path("newRefreshToken").asBoolean()).isTrue();
            assertThat(refreshed.path("claims").path("sub").asText()).isEqualTo(number);
            assertThat(ask(citizen, service, "/userinfo").path("sub").asText()).isEqualTo(number);

            signOut(citizen, service);
            assertThat(ask(citizen, service, "/refresh").path("error").asText()).isEqualTo("invalid_grant");
            assertThat(citizen.open(service.at("/login")).is("login"))
                    .as("asks who it is again: " + citizen.at())
                    .isTrue();
        }
    }

    /** As it is served: with the server's address, so that the developer fills in the client. */
    @Test
    void theGetStartedPagesProgramSignsACitizenIn() throws IOException {
        try (NodeProgram shop = new NodeProgram()) {
            world.register("get-started-node", SECRET, shop.at("/callback"), shop.at("/signed-out"));
            String program = new GetStartedPage(world.issuer()).snippet("node.mjs");
            Path script = TlsWorld.HERE.resolve("target/get-started.mjs");
            Files.writeString(script, program.replace("your-client-id", "get-started-node"));
            shop.start(world, script, Map.of("CLIENT_SECRET", SECRET));

            JsonNode shown = signIn(world.citizen(), shop);

            assertThat(shown.path("sub").asText()).hasSize(26);
            expectTheAnswers(shown);
        }
    }

    /** Enrols on the way; what the service says at the end. */
    private static JsonNode signIn(VirtualCitizen citizen, NodeProgram service) {
        citizen.browser().stopBefore(service.at("/callback"));
        citizen.enrol(service.at("/login"));
        URI back = citizen.at().address();
        assertThat(back.getQuery()).as("back at " + citizen.at()).contains("code=");
        return citizen.browser().json(back);
    }

    private static void signOut(VirtualCitizen citizen, NodeProgram service) {
        citizen.browser().stopBefore(service.at("/signed-out"));
        citizen.open(service.at("/logout"));
        assertThat(citizen.at().address().getPath())
                .as("back after signing out; stands at " + citizen.at())
                .isEqualTo("/signed-out");
        assertThat(citizen.browser().json(citizen.at().address()).path("ours").asBoolean())
                .isTrue();
    }

    private static JsonNode ask(VirtualCitizen citizen, NodeProgram service, String path) {
        return citizen.browser().json(service.at(path));
    }

    private static void expectTheAnswers(JsonNode claims) {
        assertThat(claims.path("identity_verified").asBoolean()).as("" + claims).isTrue();
        assertThat(claims.path("age_over_18").asBoolean()).as("" + claims).isTrue();
    }
}
