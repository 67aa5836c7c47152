package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cyberspaceid.sandbox.citizen.Browser;
import org.cyberspaceid.sandbox.citizen.PageView;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.EventRepresentation;

/** A phone that is signed in, another screen that is not, and an ISP. */
final class ScanScene {
    static final String SCAN = "urn:cyberspace-id:acr:scan";

    private final World world;
    private final PlayedIsp isp;

    ScanScene(World world, PlayedIsp isp) {
        this.world = world;
        this.isp = isp;
    }

    /** At the waiting page of a screen. */
    VirtualCitizen waiting(VirtualCitizen screen, Map<String, String> more) {
        atTheSignIn(screen, more);
        screen.press("scan");
        screen.expect("sign-in-scan");
        return screen;
    }

    PageView atTheSignIn(VirtualCitizen screen, Map<String, String> more) {
        screen.browser().stopBefore(isp.redirectUri());
        screen.open(isp.signIn("openid", more));
        screen.expect("login");
        return screen.at();
    }

    static String link(VirtualCitizen screen) {
        return screen.at().link("a[rel=approve]").toString();
    }

    static String number(VirtualCitizen screen) {
        return screen.at().html().expectFirst("[data-number]").text();
    }

    /** Every number but the one on the screen. */
    static String wrong(String number, int by) {
        return String.valueOf(10 + (Integer.parseInt(number) - 10 + by) % 90);
    }

    /** What the phone's camera and our page's script do. */
    static PageView follow(VirtualCitizen phone, String link) {
        phone.open(URI.create(link));
        phone.expect("scan-open");
        return phone.submit(Map.of("handle", URI.create(link).getFragment()));
    }

    static PageView approve(VirtualCitizen phone, String number) {
        phone.expect("scan-approve");
        return phone.submit(Map.of("number", number));
    }

    /** Whether the screen came back to the ISP with a code. */
    static boolean isIn(VirtualCitizen screen) {
        return PlayedIsp.parameters(screen.at().address()).containsKey("code");
    }

    JsonNode idToken(VirtualCitizen screen) {
        screen.consent();
        JsonNode tokens = isp.tokens(screen.at().address());
        assertThat(tokens.path("id_token").asText())
                .as(screen.at() + " " + tokens)
                .isNotEmpty();
        return PlayedIsp.claims(tokens.path("id_token").asText());
    }

    static String state(Browser browser, VirtualCitizen screen) {
        URI status = screen.at()
                .attribute("[data-status-url]", "abs:data-status-url")
                .map(URI::create)
                .orElseThrow();
        return browser.json(status).path("state").asText();
    }

    /** What was kept of the latest events of a type. */
    List<EventRepresentation> events(String type) {
        try (Keycloak admin = world.admin()) {
            return admin.realm("cyberspace-id").getEvents(List.of(type), null, null, null, null, null, 0, 8);
        }
    }

    static Optional<String> reason(EventRepresentation event) {
        return Optional.ofNullable(event.getDetails()).map(details -> details.get("reason"));
    }
}
