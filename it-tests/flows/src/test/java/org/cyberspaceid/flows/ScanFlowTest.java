package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cyberspaceid.flows.ScanScene.SCAN;
import static org.cyberspaceid.flows.ScanScene.approve;
import static org.cyberspaceid.flows.ScanScene.follow;
import static org.cyberspaceid.flows.ScanScene.isIn;
import static org.cyberspaceid.flows.ScanScene.link;
import static org.cyberspaceid.flows.ScanScene.number;
import static org.cyberspaceid.flows.ScanScene.wrong;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.RequiredActionConfigRepresentation;

/** Sign-in by a phone: two browsers of one person, and what it is worth afterwards. */
class ScanFlowTest {
    private static final String PASSWORD = "urn:cyberspace-id:acr:password";
    private static final String ACTION = "approve-sign-in";

    private final World world = World.get();
    private final List<PlayedIsp> isps = PlayedIsps.two(world, "scan-" + System.nanoTime());
    private final PlayedIsp isp = isps.get(0);
    private final ScanScene scene = new ScanScene(world, isp);
    private final VirtualCitizen phone = world.citizen(Portraits.all().get(2));
    private final VirtualCitizen screen = world.atAnotherBrowser(phone);

    @AfterEach
    void close() {
        isps.forEach(PlayedIsp::close);
    }

    @Test
    void thePhoneApprovesAndTheScreenIsInAtALevelBelowThePasswords() {
        signedInOnThePhone();
        scene.waiting(screen, Map.of());
        assertThat(link(screen)).startsWith(PlayedIsps.issuer(world) + "/scan#");
        assertThat(ScanScene.state(screen.browser(), screen)).isEqualTo("waiting");
        String number = number(screen);

        follow(phone, link(screen));
        phone.expect("scan-approve");
        assertThat(phone.at().html().text()).contains(isp.clientId(), "localhost");
        assertThat(phone.at().html().getElementsMatchingOwnText("^" + number + "$"))
                .as("the number is on the screen only")
                .isEmpty();
        assertThat(ScanScene.state(screen.browser(), screen)).isEqualTo("opened");
        screen.goOn("sign-in-scan");
        assertThat(number(screen)).as("a refresh changes nothing").isEqualTo(number);

        approve(phone, " " + number + " ");
        phone.expect("scan-told");
        assertThat(ScanScene.state(screen.browser(), screen)).isEqualTo("ended");
        screen.goOn("sign-in-scan");
        JsonNode token = scene.idToken(screen);
        assertThat(token.path("acr").asText()).isEqualTo(SCAN);
        assertThat(token.path("amr")).hasSize(1);
        assertThat(token.path("amr").get(0).asText()).isEqualTo("mca");

        EventRepresentation onThePhone = told("CUSTOM_REQUIRED_ACTION", "scan_approved");
        EventRepresentation onTheScreen = told("LOGIN", "scan_approved");
        for (EventRepresentation kept : List.of(onThePhone, onTheScreen)) {
            assertThat(kept.getUserId()).isNotNull();
            assertThat(kept.getClientId()).as("the person's side, and no ISP").isNull();
            assertThat(kept.getDetails()).containsOnlyKeys("reason");
        }
    }

    /** It is never worth more than it was: not at another ISP, not at the own pages, not as a phone. */
    @Test
    void whatAskedForMoreAsksForThePassword() {
        signedInOnThePhone();
        scan();
        scene.idToken(screen);
        open(isps.get(1), Map.of());
        screen.consent();
        JsonNode tokens = isps.get(1).tokens(screen.at().address());
        assertThat(PlayedIsp.claims(tokens.path("id_token").asText())
                        .path("acr")
                        .asText())
                .isEqualTo(SCAN);
        for (Map<String, String> more : List.of(Map.of("acr_values", PASSWORD), essentially(PASSWORD))) {
            open(isps.get(1), more);
            screen.expect("login");
            open(isp, more);
            screen.expect("login");
        }
        for (String wish : List.of("0", "1", "nonsense")) {
            open(isps.get(1), Map.of("acr_values", wish));
            screen.expect("login");
        }
        screen.open(URI.create(PlayedIsps.issuer(world) + "/my-services"));
        screen.expect("login");
        assertThat(screen.at().html().select("#scan-offer")).isEmpty();

        VirtualCitizen third = world.atAnotherBrowser(phone);
        scene.waiting(third, Map.of());
        follow(screen, link(third));
        screen.expect("login");
    }

    @Test
    void anIspThatMustHaveThePasswordGetsThePassword() {
        signedInOnThePhone();
        assertThat(scene.atTheSignIn(screen, essentially(PASSWORD)).html().select("#scan-offer"))
                .as("not offered where it will not do")
                .isEmpty();
        screen.press("scan");
        screen.expect("sign-in-scan");
        String number = number(screen);
        follow(phone, link(screen));
        approve(phone, number);
        screen.goOn("sign-in-scan");
        screen.expect("login");
        world.letSmsLimitsPass();
        screen.typeCredentials(world.mobileOf(phone), world.passwordOf(phone));
        assertThat(scene.idToken(screen).path("acr").asText()).isEqualTo(PASSWORD);
    }

    /** Else a password of hours ago would be told with the time of the scan. */
    @Test
    void aScanInTheMiddleOfASessionTakesItsLevelDown() {
        signedInOnThePhone();
        world.letSmsLimitsPass();
        screen.browser().stopBefore(isp.redirectUri());
        screen.signIn(isp.signIn("openid", Map.of()));
        assertThat(scene.idToken(screen).path("acr").asText()).isEqualTo(PASSWORD);

        scene.waiting(screen, Map.of("prompt", "login"));
        String number = number(screen);
        follow(phone, link(screen));
        approve(phone, number);
        screen.goOn("sign-in-scan");
        assertThat(scene.idToken(screen).path("acr").asText()).isEqualTo(SCAN);
        open(isp, Map.of("acr_values", PASSWORD));
        screen.expect("login");
    }

    @Test
    void aRefusalAWrongNumberAndTheClockEndIt() {
        signedInOnThePhone();
        scene.waiting(screen, Map.of());
        follow(phone, link(screen));
        phone.press("refuse");
        phone.expect("scan-told");
        expectEnd(Problem.SCAN_REFUSED);
        told("CUSTOM_REQUIRED_ACTION_ERROR", Problem.SCAN_REFUSED.code());

        screen.press("again");
        String number = number(screen);
        String link = link(screen);
        follow(phone, link);
        approve(phone, "");
        phone.expect("scan-approve");
        approve(phone, wrong(number, 1));
        assertThat(phone.at().problem()).contains(Problem.SCAN_NUMBER_WRONG.code());
        follow(phone, link);
        assertThat(phone.at().problem()).as("no second guess").isPresent();
        expectEnd(Problem.SCAN_NUMBER_WRONG);
        told("CUSTOM_REQUIRED_ACTION_ERROR", Problem.SCAN_NUMBER_WRONG.code());

        screen.press("again");
        follow(phone, link(screen));
        String last = number(screen);
        world.letHandOffsExpire();
        approve(phone, last);
        assertThat(phone.at().problem()).contains(Problem.SCAN_EXPIRED.code());
        assertThat(ScanScene.state(screen.browser(), screen)).isEqualTo("ended");
        expectEnd(Problem.SCAN_EXPIRED);
        told("CUSTOM_REQUIRED_ACTION_ERROR", Problem.SCAN_EXPIRED.code());

        screen.press("password");
        screen.expect("login");
    }

    @Test
    void anApprovalIsWorthNothingOnceTheIdIsFrozen() {
        signedInOnThePhone();
        scene.waiting(screen, Map.of());
        String number = number(screen);
        follow(phone, link(screen));
        approve(phone, number);
        world.sql("insert into cid_frozen (user_id, frozen_at) values ('"
                + world.vault().newestUser() + "', 0)");
        expectEnd(Problem.SCAN_REFUSED);
    }

    @Test
    void oneAnswerFromOnePhone() {
        signedInOnThePhone();
        VirtualCitizen stranger = world.citizen(Portraits.all().get(3));
        stranger.browser().stopBefore(isp.redirectUri());
        stranger.enrol(isp.signIn("openid", Map.of()));

        scene.waiting(screen, Map.of());
        String number = number(screen);
        follow(phone, link(screen));
        follow(stranger, link(screen));
        assertThat(stranger.at().problem()).contains(Problem.SCAN_USED.code());
        approve(phone, number);
        screen.goOn("sign-in-scan");
        assertThat(scene.idToken(screen).path("acr").asText()).isEqualTo(SCAN);
    }

    @Test
    void aPhoneOnWhichNobodySignedInLatelyAsksWhoItIs() throws InterruptedException {
        signedInOnThePhone();
        scene.waiting(screen, Map.of());
        withGreatestAge("0", () -> follow(phone, link(screen)));
        phone.expect("login");
        assertThat(phone.at().html().select("#scan-offer")).isEmpty();
        VirtualCitizen nobody = world.citizen(Portraits.all().get(4));
        follow(nobody, link(screen));
        nobody.expect("login");
    }

    private void withGreatestAge(String seconds, Runnable work) throws InterruptedException {
        Thread.sleep(1100);
        try (Keycloak admin = world.admin()) {
            var flows = admin.realm("cyberspace-id").flows();
            RequiredActionConfigRepresentation stricter = new RequiredActionConfigRepresentation();
            stricter.setConfig(Map.of("max_auth_age", seconds));
            flows.updateRequiredActionConfig(ACTION, stricter);
            try {
                work.run();
            } finally {
                flows.removeRequiredActionConfig(ACTION);
            }
        }
    }

    private void signedInOnThePhone() {
        phone.browser().stopBefore(isp.redirectUri());
        phone.enrol(isp.signIn("openid", Map.of()));
        assertThat(isIn(phone)).isTrue();
    }

    private void scan() {
        scene.waiting(screen, Map.of());
        String number = number(screen);
        follow(phone, link(screen));
        approve(phone, number);
        screen.goOn("sign-in-scan");
    }

    private void open(PlayedIsp at, Map<String, String> more) {
        screen.browser().stopBefore(at.redirectUri());
        screen.open(at.signIn("openid", more));
    }

    private void expectEnd(Problem problem) {
        screen.goOn("sign-in-scan");
        screen.expect("sign-in-scan-ended");
        assertThat(screen.at().problem()).contains(problem.code());
        EventRepresentation kept = told("LOGIN_ERROR", problem.code());
        assertThat(kept.getUserId()).as("the screen is nobody's").isNull();
        assertThat(kept.getClientId()).isNull();
    }

    private EventRepresentation told(String type, String reason) {
        EventRepresentation[] found = new EventRepresentation[1];
        world.eventually(
                Duration.ofSeconds(5),
                () -> found[0] = scene.events(type).stream()
                        .filter(event ->
                                ScanScene.reason(event).filter(reason::equals).isPresent())
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no " + type + " says " + reason)));
        return found[0];
    }

    private static Map<String, String> essentially(String level) {
        return Map.of("claims", "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"" + level + "\"]}}}");
    }
}
