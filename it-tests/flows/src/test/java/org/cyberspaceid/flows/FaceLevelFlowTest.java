package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.sandbox.Database;
import org.cyberspaceid.sandbox.citizen.TurningHead;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The level {@code face}: reached by the live face of whoever let us keep its features, and told to nobody who did not show it. */
class FaceLevelFlowTest {
    private static final String SCOPE = "openid";
    private static final String PASSWORD = "urn:cyberspace-id:acr:password";
    private static final String FACE = "urn:cyberspace-id:acr:face";
    private static final String UNMET = "unmet_authentication_requirements";
    private static final Portrait SELF = Portraits.all().get(0);
    private static final Portrait OTHER = Portraits.all().get(1);

    private final World world = World.get();
    private final Database database = new Database(world.jdbcUrl());
    private final List<PlayedIsp> isps = PlayedIsps.two(world, "face-" + System.nanoTime());
    private final PlayedIsp isp = isps.get(0);

    @AfterEach
    void close() {
        isps.forEach(PlayedIsp::close);
    }

    @Test
    void theSameFaceInTheMiddleOfASessionReachesTheLevel() {
        VirtualCitizen citizen = enrolled(true);
        open(citizen, Map.of());
        assertThat(idToken(citizen).path("acr").asText()).as("nobody asked").isEqualTo(PASSWORD);

        long rows = world.traces().halfFinished();
        open(citizen, essentially(FACE));
        citizen.showFaceAtSignIn(new TurningHead(SELF));
        JsonNode token = idToken(citizen);
        assertThat(token.path("acr").asText()).isEqualTo(FACE);
        assertThat(methods(token)).contains("face", "mfa", "pin", "sms").doesNotHaveDuplicates();

        open(citizen, essentially(FACE));
        assertThat(idToken(citizen).path("acr").asText())
                .as("not asked twice in a moment")
                .isEqualTo(FACE);
        assertThat(acrAtTheSecond(citizen, Map.of()))
                .as("told no more than it asked for")
                .isEqualTo(PASSWORD);
        assertThat(world.traces().halfFinished()).as("the check's row is gone").isEqualTo(rows);
    }

    @Test
    void anotherPersonsFaceDoesNot() {
        VirtualCitizen citizen = enrolled(true);
        open(citizen, essentially(FACE));
        for (int attempt = 1; attempt <= 3; attempt++) {
            citizen.showFaceAtSignIn(new TurningHead(OTHER));
            if (attempt < 3) {
                assertThat(citizen.at().problem()).contains(Problem.FACE_NOT_MATCHING.code());
            }
        }
        citizen.expect("sign-in-face-ended");
        assertThat(citizen.at().problem()).contains(Problem.FACE_ATTEMPTS_EXHAUSTED.code());
        citizen.goOn("sign-in-face-ended");
        refusedWith(citizen, UNMET);
        world.expectLoginRefusal(Problem.FACE_NOT_MATCHING.code());

        open(citizen, essentially(FACE));
        for (int attempt = 1; attempt <= 3; attempt++) {
            citizen.showFaceAtSignIn(new TurningHead(OTHER));
        }
        open(citizen, essentially(FACE));
        citizen.showFaceAtSignIn(new TurningHead(SELF));
        assertThat(citizen.at().problem())
                .as("six a day for one person")
                .contains(Problem.FACE_ATTEMPTS_EXHAUSTED.code());
        open(citizen, Map.of());
        assertThat(idToken(citizen).path("acr").asText()).isEqualTo(PASSWORD);
    }

    @Test
    void withoutFeaturesKeptAnEssentialFaceIsAnErrorAndAnyOtherASignInWithout() {
        VirtualCitizen citizen = enrolled(false);
        assertThat(templates()).isZero();
        for (String wish : List.of(FACE, FACE + " " + PASSWORD)) {
            open(citizen, Map.of("acr_values", wish));
            JsonNode token = idToken(citizen);
            assertThat(token.path("acr").asText()).as(wish).isEqualTo(PASSWORD);
        }
        open(citizen, essentially(FACE, PASSWORD));
        assertThat(idToken(citizen).path("acr").asText()).isEqualTo(PASSWORD);

        open(citizen, essentially(FACE));
        assertThat(citizen.at().problem()).contains(Problem.FACE_TEMPLATE_MISSING.code());
        citizen.press("without_face"); // a button that this page does not have
        refusedWith(citizen, UNMET);
        open(citizen, essentially(FACE));
        citizen.goOn("sign-in-face-ended");
        refusedWith(citizen, UNMET);
    }

    @Test
    void whoeverMayGoesOnWithoutAndTheTokenSaysSo() {
        VirtualCitizen citizen = enrolled(true);
        open(citizen, Map.of("acr_values", FACE + " " + PASSWORD));
        citizen.expect("sign-in-face");
        citizen.press("without_face");
        JsonNode token = idToken(citizen);
        assertThat(token.path("acr").asText()).isEqualTo(PASSWORD);
        open(citizen, essentially(FACE));
        assertThat(citizen.at().is("sign-in-face"))
                .as("going on without was no proof")
                .isTrue();
    }

    @Test
    void aBrowserThatClaimsAMatchIsShownTheCameraAgain() {
        VirtualCitizen citizen = enrolled(true);
        open(citizen, essentially(FACE));
        citizen.goOn("sign-in-face");
        citizen.goOn("sign-in-face");
        citizen.expect("sign-in-face");
        citizen.press("cancel");
        refusedWith(citizen, "access_denied");
    }

    @Test
    void aSilentRequestIsToldThatThePersonIsNeededAndNoMore() {
        for (boolean kept : new boolean[] {true, false}) {
            VirtualCitizen citizen = enrolled(kept);
            silently(citizen, essentially(FACE));
            refusedWith(citizen, "login_required");
            silently(citizen, Map.of("acr_values", FACE + " " + PASSWORD));
            assertThat(idToken(citizen).path("acr").asText()).isEqualTo(PASSWORD);
        }
    }

    @Test
    void afterAFreshSignInTheFaceComesSecond() {
        VirtualCitizen citizen = enrolled(true);
        citizen.browser().forgetEverything();
        open(citizen, essentially(FACE));
        world.letSmsLimitsPass();
        citizen.typeCredentials(world.mobileOf(citizen), world.passwordOf(citizen));
        citizen.showFaceAtSignIn(new TurningHead(SELF));
        citizen.consent();
        JsonNode token = idToken(citizen);
        assertThat(token.path("acr").asText()).isEqualTo(FACE);
        assertThat(methods(token)).containsExactlyInAnyOrder("pin", "sms", "mfa", "face");

        open(citizen, Map.of("acr_values", FACE, "prompt", "login"));
        assertThat(citizen.at().is("login")).as("both again").isTrue();
    }

    @Test
    void atAnotherIspTheFaceIsAllThatIsMissing() {
        VirtualCitizen citizen = enrolled(true);
        assertThat(acrAtTheSecond(citizen, essentially(FACE))).isEqualTo(FACE);
    }

    @Test
    void enrolmentAnswersAnIspThatAskedForAFace() {
        VirtualCitizen citizen = world.citizen(SELF);
        citizen.browser().stopBefore(isp.redirectUri());
        citizen.enrol(isp.signIn(SCOPE, essentially(FACE)));
        assertThat(idToken(citizen).path("acr").asText()).isEqualTo(FACE);
        open(citizen, Map.of("acr_values", FACE));
        assertThat(idToken(citizen).path("acr").asText()).as("once").isEqualTo(PASSWORD);
    }

    @Test
    void takenBackTheFeaturesAreGoneAtOnceAndComeBackWithTheDocument() {
        VirtualCitizen citizen = enrolled(true);
        String user = world.vault().newestUser();
        URI myServices = URI.create(world.issuer() + "/my-services");
        citizen.open(myServices);
        citizen.browser().post(myServices, Map.of("form_token", "forged", "action", "forget_face"));
        assertThat(templatesOf(user)).as("another site's form").isEqualTo(1);
        citizen.submit(Map.of("action", "forget_face"));
        citizen.expect("my-services");
        assertThat(templatesOf(user)).isZero();
        open(citizen, essentially(FACE));
        assertThat(citizen.at().problem()).contains(Problem.FACE_TEMPLATE_MISSING.code());

        citizen.browser().forgetEverything();
        open(citizen, Map.of());
        citizen.register();
        citizen.agreeAndLetFaceBeKept();
        citizen.proveDocument();
        citizen.showFace(new TurningHead(SELF));
        citizen.expect("enrol-existing");
        assertThat(templatesOf(user)).as("the document and the face, once more").isEqualTo(1);
    }

    @Test
    void takenBackInAnotherWindowTheCheckUnderWayEnds() {
        VirtualCitizen citizen = enrolled(true);
        open(citizen, essentially(FACE));
        citizen.expect("sign-in-face");
        world.sql("delete from cid_face_template where user_id = '"
                + world.vault().newestUser() + "'");
        citizen.showFaceAtSignIn(new TurningHead(SELF));
        citizen.goOn("sign-in-face-ended");
        refusedWith(citizen, UNMET);
    }

    /** Walks there, before the camera if it is asked for. */
    private String acrAtTheSecond(VirtualCitizen citizen, Map<String, String> more) {
        PlayedIsp second = isps.get(1);
        citizen.browser().stopBefore(second.redirectUri());
        citizen.open(second.signIn(SCOPE, more));
        if (citizen.at().is("sign-in-face")) {
            citizen.showFaceAtSignIn(new TurningHead(SELF));
        }
        citizen.consent();
        return claims(second, citizen).path("acr").asText();
    }

    private VirtualCitizen enrolled(boolean faceKept) {
        VirtualCitizen citizen = world.citizen(SELF);
        citizen.browser().stopBefore(isp.redirectUri());
        URI start = isp.signIn(SCOPE, Map.of());
        if (faceKept) {
            citizen.enrolAndLetFaceBeKept(start);
        } else {
            citizen.enrol(start);
        }
        assertThat(templatesOf(world.vault().newestUser())).isEqualTo(faceKept ? 1 : 0);
        assertThat(idToken(citizen).path("acr").asText()).isEqualTo(PASSWORD);
        return citizen;
    }

    private void open(VirtualCitizen citizen, Map<String, String> more) {
        citizen.browser().stopBefore(isp.redirectUri());
        citizen.open(isp.signIn(SCOPE, more));
    }

    private void silently(VirtualCitizen citizen, Map<String, String> more) {
        Map<String, String> silent = new HashMap<>(more);
        silent.put("prompt", "none");
        open(citizen, silent);
    }

    private static void refusedWith(VirtualCitizen citizen, String error) {
        assertThat(PlayedIsp.parameters(citizen.at().address()))
                .as(citizen.at().toString())
                .containsEntry("error", error)
                .containsKeys("state", "iss")
                .doesNotContainKey("code");
    }

    private JsonNode idToken(VirtualCitizen citizen) {
        return claims(isp, citizen);
    }

    private static JsonNode claims(PlayedIsp at, VirtualCitizen citizen) {
        JsonNode tokens = at.tokens(citizen.at().address());
        assertThat(tokens.path("id_token").asText())
                .as(citizen.at() + " " + tokens)
                .isNotEmpty();
        return PlayedIsp.claims(tokens.path("id_token").asText());
    }

    private static List<String> methods(JsonNode token) {
        return StreamSupport.stream(token.path("amr").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private long templates() {
        return templatesOf(world.vault().newestUser());
    }

    private long templatesOf(String user) {
        return Long.parseLong(database.query("select count(*) from cid_face_template where user_id = '" + user + "'")
                .get(0));
    }

    private static Map<String, String> essentially(String... values) {
        return Map.of(
                "claims",
                "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"" + String.join("\",\"", values) + "\"]}}}");
    }
}
