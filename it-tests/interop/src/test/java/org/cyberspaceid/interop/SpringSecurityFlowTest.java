package org.cyberspaceid.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import org.cyberspaceid.harness.Harness;
import org.cyberspaceid.sandbox.citizen.PageView;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.jsoup.Connection;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.ClientsResource;
import org.keycloak.representations.idm.ClientRepresentation;

/** Spring Security, as the demo ISPs have it. */
class SpringSecurityFlowTest {
    private static final String LIFESPAN = "access.token.lifespan";

    private final TlsWorld world = TlsWorld.get();
    private final URI button = world.sandbox().signInButtons().get(0);

    @Test
    void signsInAsksAgainWithANewTokenAndSignsOut() {
        // Shorter than the minute for which Spring Security does not trust clocks: over at once.
        setLifespanOfAccessTokens("30");
        try {
            VirtualCitizen citizen = world.citizen();
            citizen.enrol(button);
            JsonNode before = received(citizen);
            String number = before.path("sub").asText();
            assertThat(number).hasSize(26);
            assertThat(before.path("id_token").path("acr").asText()).isEqualTo("urn:cyberspace-id:acr:password");
            assertThat(before.path("userinfo").path("age_over_18").asBoolean()).isTrue();

            PageView shown = press(citizen, "/ask-again");

            assertThat(shown.html().text()).contains(number).contains("age_over_18");
            JsonNode after = received(citizen);
            assertThat(after.path("raw_access_token").asText())
                    .isNotEmpty()
                    .isNotEqualTo(before.path("raw_access_token").asText());

            PageView left = press(citizen, "/logout");

            assertThat(left.address()).as("stands at " + left).isEqualTo(button.resolve("/"));
            assertThat(received(citizen).path("error").asText()).isEqualTo("not_signed_in");
            assertThat(citizen.open(button).is("login"))
                    .as("asks who it is again: " + citizen.at())
                    .isTrue();
        } finally {
            setLifespanOfAccessTokens(null);
        }
    }

    /** When the session there is over, "ask again" leads to signing in. */
    @Test
    void asksWhoItIsWhenTheSessionIsOver() {
        VirtualCitizen citizen = world.citizen();
        citizen.enrol(button);
        try (Keycloak admin = world.sandbox().admin()) {
            admin.realm(Harness.REALM).logoutAll();
        }

        PageView next = press(citizen, "/ask-again");

        assertThat(next.is("login")).as("stands at " + next).isTrue();
    }

    private JsonNode received(VirtualCitizen citizen) {
        return citizen.browser().json(button.resolve("/session.json"));
    }

    /** A button of the ISP's home page, by the address of its form. */
    private PageView press(VirtualCitizen citizen, String action) {
        PageView home = citizen.browser().get(button.resolve("/"));
        FormElement form = (FormElement) home.html().expectFirst("form[action='" + action + "']");
        Map<String, String> fields =
                form.formData().stream().collect(Collectors.toMap(Connection.KeyVal::key, Connection.KeyVal::value));
        return citizen.browser().post(button.resolve(action), fields);
    }

    private void setLifespanOfAccessTokens(String seconds) {
        try (Keycloak admin = world.sandbox().admin()) {
            ClientsResource clients = admin.realm(Harness.REALM).clients();
            ClientRepresentation isp =
                    clients.findByClientId("demo-isp-library").get(0);
            isp.getAttributes().put(LIFESPAN, seconds);
            clients.get(isp.getId()).update(isp);
        }
    }
}
