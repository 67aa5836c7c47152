package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.sandbox.Database;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an ISP may ask of a sign-in: level, age, a fresh one. From the first request on, and in the middle of a session. */
class LevelsFlowTest {
    private static final String SCOPE = "openid";
    private static final String PASSWORD = "urn:cyberspace-id:acr:password";
    private static final String FACE = "urn:cyberspace-id:acr:face";

    private static final String CREDENTIAL = "urn:cyberspace-id:acr:credential";

    /** A level that the realm has no step for. */
    private static final String NO_STEP = "urn:cyberspace-id:acr:hologram";

    private final World world = World.get();
    private final PlayedIsp isp = PlayedIsps.register(world, "levels-" + System.nanoTime(), "localhost");

    @AfterEach
    void close() {
        isp.close();
    }

    /** Enrolment is worth the level of a sign-in: no second one for an ISP that names it. */
    @Test
    void anIspThatNamesALevelIsServedRightAfterEnrolmentAndInTheMiddleOfASession() {
        VirtualCitizen citizen = enrolled();
        for (String wish :
                new String[] {PASSWORD, FACE + " " + PASSWORD, PASSWORD + " " + FACE, FACE, "0", "1", "nonsense"}) {
            open(citizen, Map.of("acr_values", wish));
            assertThat(idToken(citizen).path("acr").asText()).as(wish).isEqualTo(PASSWORD);
        }
    }

    @Test
    void anEssentialLevelIsReachedOrEndsInAnErrorAtTheIsp() {
        VirtualCitizen citizen = enrolled();
        open(citizen, Map.of("claims", essential("\"" + FACE + "\",\"" + PASSWORD + "\"")));
        assertThat(idToken(citizen).path("acr").asText()).isEqualTo(PASSWORD);
        for (String unmet : new String[] {NO_STEP, "2", "nonsense"}) {
            open(citizen, Map.of("claims", essential("\"" + unmet + "\"")));
            assertThat(PlayedIsp.parameters(citizen.at().address()))
                    .as(unmet)
                    .containsEntry("error", "unmet_authentication_requirements")
                    .containsKeys("state", "iss")
                    .doesNotContainKey("code");
        }
        open(citizen, Map.of("claims", essential("\"" + NO_STEP + "\""), "prompt", "none"));
        assertThat(PlayedIsp.parameters(citizen.at().address()))
                .containsEntry("error", "unmet_authentication_requirements");
        assertThat(isp.push(SCOPE, Map.of("claims", essential("\"" + NO_STEP + "\"")))
                        .path("error")
                        .asText())
                .isEqualTo("unmet_authentication_requirements");
        citizen.browser().stopBefore(isp.redirectUri());
        citizen.open(isp.signInByReference(
                isp.push(SCOPE, Map.of("claims", essential("\"" + FACE + "\",\"" + PASSWORD + "\"")))));
        assertThat(idToken(citizen).path("acr").asText()).isEqualTo(PASSWORD);
    }

    /** The browser tests have passkeys; here is who has none. */
    @Test
    void whereAPasskeyIsEssentialNothingElseWillDo() {
        VirtualCitizen citizen = enrolled();
        open(citizen, Map.of("claims", essential("\"" + CREDENTIAL + "\"")));
        citizen.expect("login");
        assertThat(citizen.at().html().select("input[name=password]")).isEmpty();
        citizen.submit(Map.of("username", world.mobileOf(citizen), "password", world.passwordOf(citizen)));
        citizen.expect("login");
        citizen.press("without_passkey");
        refusedWith(citizen, "unmet_authentication_requirements");
        open(citizen, Map.of("claims", essential("\"" + CREDENTIAL + "\""), "prompt", "none"));
        refusedWith(citizen, "login_required");

        open(citizen, Map.of("claims", essential("\"" + CREDENTIAL + "\",\"" + FACE + "\"")));
        citizen.press("without_passkey");
        world.letSmsLimitsPass();
        citizen.typeCredentials(world.mobileOf(citizen), world.passwordOf(citizen));
        citizen.goOn("sign-in-face-ended");
        refusedWith(citizen, "unmet_authentication_requirements");
    }

    @Test
    void whereAPasskeyIsWishedForTheSessionThatIsThereWillDo() {
        VirtualCitizen citizen = enrolled();
        open(citizen, Map.of("claims", essential("\"" + CREDENTIAL + "\",\"" + PASSWORD + "\"")));
        assertThat(idToken(citizen).path("acr").asText()).isEqualTo(PASSWORD);
        open(citizen, Map.of("acr_values", CREDENTIAL));
        assertThat(idToken(citizen).path("acr").asText()).isEqualTo(PASSWORD);
    }

    @Test
    void aPasskeysAnswerThatIsNoneIsRefused() {
        VirtualCitizen citizen = world.citizen(Portraits.all().get(0));
        Database database = new Database(world.jdbcUrl());
        List<String> guesses = database.query("select cid_attempt::text from cid_attempt");
        open(citizen, Map.of());
        for (String part : new String[] {"AAAA", "%", "A".repeat(10_000)}) {
            citizen.submit(Map.of(
                    "credentialId", part,
                    "authenticatorData", part,
                    "clientDataJSON", part,
                    "signature", part,
                    "userHandle", part));
            citizen.expect("login");
            assertThat(citizen.at().problem()).as(part).contains("passkey_refused");
        }
        world.expectLoginRefusal("user_not_found");
        assertThat(guesses)
                .as("there is nothing to guess, so nobody is locked out by it")
                .containsAll(database.query("select cid_attempt::text from cid_attempt"));
    }

    private static void refusedWith(VirtualCitizen citizen, String error) {
        assertThat(PlayedIsp.parameters(citizen.at().address()))
                .as(citizen.at().toString())
                .containsEntry("error", error)
                .containsKeys("state", "iss")
                .doesNotContainKey("code");
    }

    @Test
    void aFreshSignInIsAskedForByPromptAndByAge() throws InterruptedException {
        VirtualCitizen citizen = enrolled();
        open(citizen, Map.of("prompt", "login"));
        long first = signInAgain(citizen).path("iat").asLong();
        Thread.sleep(2100);
        open(citizen, Map.of("max_age", "1"));
        JsonNode again = signInAgain(citizen);
        assertThat(again.path("auth_time").asLong())
                .isGreaterThan(first)
                .isLessThanOrEqualTo(again.path("iat").asLong());
        open(citizen, Map.of("max_age", "3600"));
        assertThat(idToken(citizen).path("auth_time"))
                .as("a session young enough")
                .isEqualTo(again.path("auth_time"));
    }

    @Test
    void theTimeOfTheSignInIsToldOnlyToWhoAsksAndStaysTheSame() {
        VirtualCitizen citizen = enrolled();
        open(citizen, Map.of("claims", "{\"id_token\":{\"auth_time\":{\"essential\":true}}}"));
        JsonNode tokens = isp.tokens(citizen.at().address());
        JsonNode told = PlayedIsp.claims(tokens.path("id_token").asText());
        assertThat(told.path("auth_time").asLong())
                .isPositive()
                .isLessThanOrEqualTo(told.path("iat").asLong());
        JsonNode refreshed =
                PlayedIsp.claims(isp.refresh(tokens).path("id_token").asText());
        assertThat(refreshed.path("auth_time")).isEqualTo(told.path("auth_time"));
    }

    private VirtualCitizen enrolled() {
        VirtualCitizen citizen = world.citizen(Portraits.all().get(0));
        citizen.browser().stopBefore(isp.redirectUri());
        citizen.enrol(isp.signIn(SCOPE, Map.of()));
        JsonNode token = idToken(citizen);
        assertThat(token.path("acr").asText()).isEqualTo(PASSWORD);
        assertThat(token.has("auth_time")).as("nobody asked").isFalse();
        return citizen;
    }

    private JsonNode signInAgain(VirtualCitizen citizen) {
        assertThat(citizen.at().is("login")).as("asks: " + citizen.at()).isTrue();
        world.letSmsLimitsPass();
        citizen.typeCredentials(world.mobileOf(citizen), world.passwordOf(citizen));
        citizen.consent();
        return idToken(citizen);
    }

    private void open(VirtualCitizen citizen, Map<String, String> more) {
        citizen.browser().stopBefore(isp.redirectUri());
        citizen.open(isp.signIn(SCOPE, more));
    }

    private JsonNode idToken(VirtualCitizen citizen) {
        JsonNode tokens = isp.tokens(citizen.at().address());
        assertThat(tokens.path("id_token").asText())
                .as(citizen.at() + " " + tokens)
                .isNotEmpty();
        return PlayedIsp.claims(tokens.path("id_token").asText());
    }

    private static String essential(String values) {
        return "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[" + values + "]}}}";
    }
}
