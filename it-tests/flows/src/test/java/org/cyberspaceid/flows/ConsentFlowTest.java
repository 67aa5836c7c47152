package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.sandbox.citizen.PageView;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an ISP asks is asked of the person once; the person's answer is what the ISP gets. */
class ConsentFlowTest {
    private static final Portrait SELF = Portraits.all().get(5);
    private static final String SOME = "openid age_over_18";
    private static final String MORE = "openid age_over_18 identity_verified";
    private static final String ADULT = "{\"userinfo\":{\"age_over_18\":{\"essential\":true}}}";
    private static final String ELDERLY = "{\"id_token\":{\"age_over_60\":{\"essential\":true}}}";
    private static final String PAIR = """
            {"userinfo":{"verified_claims":{"verification":{"trust_framework":null},
             "claims":{"name":{"value":"诸葛无名氏"},"document_number":{"value":"E70917354"}}}}}""";

    private static ClaimsWorld claims;
    private static World world;
    private static MatrixIsp isp;
    private static List<Person> people;
    private static int met;

    @BeforeAll
    static void enrolThem() {
        claims = new ClaimsWorld();
        world = claims.world();
        isp = MatrixIsp.register(
                world,
                "asks-consent",
                List.of("age_over_18", "age_over_60", "identity_verified", "identity_match", "real_identity"),
                "name mobile");
        LocalDate born = LocalDate.now().minusYears(30);
        people = IntStream.range(0, 12)
                .mapToObj(n -> MatrixPersona.person(DocumentType.PASSPORT, born, false))
                .toList();
        claims.enrol(people);
    }

    @Test
    void itIsAskedRightAfterEnrolmentToo() {
        VirtualCitizen citizen = world.citizen(SELF);
        citizen.browser().stopBefore(isp.redirectUri());
        citizen.open(ask("openid"));
        citizen.register();
        world.walkToTheDonePage(citizen);
        citizen.goOn("enrol-done");
        assertThat(offered(citizen)).as("nothing but the number").isEmpty();
        citizen.consent();
        assertThat(response(citizen)).containsKey("code");
    }

    @Test
    void theFirstSignInAsksAndLaterOnesOnlyForWhatIsNew() {
        VirtualCitizen citizen = citizen();
        citizen.open(ask(SOME));
        assertThat(offered(citizen)).containsExactly("agree-age_over_18");
        citizen.consent();
        assertThat(scopes(tokens(citizen))).containsExactlyInAnyOrder("openid", "age_over_18");

        citizen.open(ask(SOME));
        assertThat(response(citizen)).as("the second time").containsKey("code");

        citizen.open(ask(MORE));
        assertThat(offered(citizen)).containsExactly("agree-identity_verified");
        citizen.consent();
        assertThat(isp.userinfo(tokens(citizen)).path("age_over_18").isBoolean())
                .as("what was agreed to before")
                .isTrue();
        assertThat(world.traces().rows()).containsEntry("user_consent", 0L);
    }

    @Test
    void whatWasUntickedIsMissingAndTheScopeSaysSo() {
        VirtualCitizen citizen = citizen();
        citizen.open(ask(MORE));
        citizen.consentWithout("age_over_18");
        JsonNode tokens = tokens(citizen);
        assertThat(scopes(tokens)).containsExactlyInAnyOrder("openid", "identity_verified");
        for (JsonNode answers : List.of(isp.userinfo(tokens), isp.userinfo(isp.refresh(tokens)))) {
            assertThat(answers.has("identity_verified")).isTrue();
            assertThat(answers.has("age_over_18")).isFalse();
        }

        citizen.open(ask(MORE));
        assertThat(isp.userinfo(tokens(citizen)).has("age_over_18"))
                .as("declined, remembered, not asked again")
                .isFalse();

        citizen.open(ask(MORE, "prompt", "consent"));
        assertThat(citizen.at().html().select("input[type=checkbox][checked]").eachAttr("name"))
                .containsExactly("agree-identity_verified");
        citizen.submit(Map.of("agree-age_over_18", "yes"));
        assertThat(isp.userinfo(tokens(citizen)).has("age_over_18")).isTrue();
    }

    @Test
    void aSilentRequestIsToldThatConsentIsRequired() {
        VirtualCitizen citizen = citizen();
        for (String mode : List.of("query", "form_post")) {
            citizen.open(ask(SOME, "prompt", "none", "response_mode", mode));
            assertThat(response(citizen))
                    .as(mode)
                    .containsEntry("error", "consent_required")
                    .containsEntry("state", "s")
                    .containsEntry("iss", world.issuer())
                    .doesNotContainKey("code");
        }
        citizen.open(ask(SOME));
        citizen.consent();
        citizen.open(ask(SOME, "prompt", "none"));
        assertThat(response(citizen)).containsKey("code");
        citizen.open(ask(MORE, "prompt", "none"));
        assertThat(response(citizen)).containsEntry("error", "consent_required");
    }

    @Test
    void refusingGoesBackToTheIspAndIsNotRemembered() {
        VirtualCitizen citizen = citizen();
        for (String mode : List.of("query", "form_post")) {
            citizen.open(ask(SOME, "response_mode", mode));
            citizen.expect("isp-consent");
            citizen.press("refuse");
            assertThat(response(citizen))
                    .as(mode)
                    .containsEntry("error", "access_denied")
                    .containsEntry("error_description", "consent_declined")
                    .containsEntry("state", "s")
                    .containsEntry("iss", world.issuer())
                    .doesNotContainKey("code");
        }
        citizen.open(ask(SOME));
        citizen.expect("isp-consent");
    }

    @Test
    void whatIsEssentialHasNoTickAndRefusingItIsSaid() {
        VirtualCitizen citizen = citizen();
        citizen.open(askClaims("openid", ADULT));
        assertThat(offered(citizen)).isEmpty();
        assertThat(citizen.at().html().text()).contains("您是否年满 18 周岁", "必需");
        citizen.press("refuse");
        expectRefusal(citizen, "essential_claim_declined");

        citizen.open(ask(SOME));
        citizen.consentWithout("age_over_18");
        citizen.open(askClaims("openid", ADULT));
        citizen.expect("isp-consent");
        citizen.consent();
        assertThat(isp.userinfo(tokens(citizen)).path("age_over_18").asBoolean())
                .as("declined while optional, asked again once essential")
                .isTrue();
    }

    /** The error is an answer about the person, so it takes the person's consent like any other. */
    @Test
    void thatAnEssentialAnswerIsNoIsToldOnlyOfAPersonWhoAgreed() {
        VirtualCitizen citizen = citizen();
        citizen.open(askClaims("openid", ELDERLY, "prompt", "none"));
        assertThat(response(citizen)).containsEntry("error", "consent_required");
        citizen.open(askClaims("openid", ELDERLY));
        citizen.expect("isp-consent");
        citizen.consent();
        expectRefusal(citizen, "essential_claim_not_met");
        citizen.open(askClaims("openid", ELDERLY));
        expectRefusal(citizen, "essential_claim_not_met");
        citizen.open(askClaims("openid", ELDERLY, "prompt", "none"));
        expectRefusal(citizen, "essential_claim_not_met");
    }

    @Test
    void comparingIsAskedInPlainWordsAndCanBeUnticked() {
        VirtualCitizen citizen = citizen();
        citizen.open(isp.pushed(isp.request("openid identity_match", PAIR)));
        assertThat(offered(citizen)).containsExactly("agree-identity_match");
        citizen.consentWithout("identity_match");
        assertThat(isp.userinfo(tokens(citizen)).has("identity_match")).isFalse();

        citizen.open(isp.pushed(isp.request("openid identity_match", PAIR, "prompt", "consent")));
        citizen.submit(Map.of("agree-identity_match", "yes"));
        JsonNode userinfo = isp.userinfo(tokens(citizen));
        assertThat(userinfo.path("identity_match").isBoolean()).isTrue();
        assertThat(userinfo.path("identity_match").asBoolean()).isFalse();
    }

    @Test
    void valuesAreAskedEveryTimeWithNothingTickedAndGivenOnlyWhereTicked() {
        VirtualCitizen citizen = citizen();
        String values = values("\"name\":null,\"mobile\":null");
        citizen.open(askClaims("openid real_identity", values));
        citizen.expect("isp-real-identity");
        assertThat(citizen.at().html().text()).contains("网络安全法第二十四条", "办理电话入网", "两年");
        assertThat(citizen.at().html().select("input[checked]")).isEmpty();
        citizen.submit(Map.of("agree-name", "yes"));
        JsonNode disclosed =
                isp.userinfo(tokens(citizen)).path("verified_claims").path("claims");
        assertThat(disclosed.path("name").asText()).isNotEmpty();
        assertThat(disclosed.has("mobile")).isFalse();

        citizen.open(askClaims("openid real_identity", values));
        citizen.expect("isp-real-identity");
        assertThat(citizen.at().html().select("input[checked]")).isEmpty();
        citizen.press("withhold");
        JsonNode tokens = tokens(citizen);
        assertThat(scopes(tokens)).containsExactly("openid");
        assertThat(isp.userinfo(tokens).has("verified_claims")).isFalse();

        citizen.open(askClaims("openid real_identity", values, "prompt", "none"));
        assertThat(response(citizen)).containsEntry("error", "consent_required");
    }

    @Test
    void anEssentialValueThatIsWithheldEndsTheSignIn() {
        VirtualCitizen citizen = citizen();
        citizen.open(askClaims("openid real_identity", values("\"name\":{\"essential\":true},\"mobile\":null")));
        citizen.expect("isp-real-identity");
        citizen.submit(Map.of("agree-mobile", "yes"));
        expectRefusal(citizen, "essential_claim_declined");
    }

    /** Keycloak skips an action that does not support being asked for; then there would be a code without consent. */
    @Test
    void namingTheStepIsNoWayRoundIt() {
        VirtualCitizen citizen = citizen();
        citizen.open(ask(SOME, "kc_action", "isp-consent"));
        assertThat(response(citizen)).doesNotContainKey("code");
    }

    /** Somebody new, signed in at this ISP for nothing but the number. */
    private static VirtualCitizen citizen() {
        VirtualCitizen citizen = claims.signedIn(people.get(met++), isp);
        assertThat(response(citizen)).containsKey("code");
        return citizen;
    }

    private static URI ask(String scope, String... more) {
        return isp.address(isp.request(scope, null, more));
    }

    private static URI askClaims(String scope, String claims, String... more) {
        return isp.address(isp.request(scope, claims, more));
    }

    private static JsonNode tokens(VirtualCitizen citizen) {
        assertThat(response(citizen)).containsKey("code");
        return isp.tokens(citizen.at().address());
    }

    private static List<String> offered(VirtualCitizen citizen) {
        citizen.expect("isp-consent");
        return citizen.at().html().select("input[type=checkbox]").eachAttr("name");
    }

    private static List<String> scopes(JsonNode tokens) {
        return List.of(tokens.path("scope").asText().split(" "));
    }

    private static void expectRefusal(VirtualCitizen citizen, String description) {
        assertThat(response(citizen))
                .containsEntry("error", "access_denied")
                .containsEntry("error_description", description)
                .containsKey("state")
                .containsKey("iss")
                .doesNotContainKey("code");
    }

    /** The authorization response: of a redirect its query, of {@code form_post} the fields of the page. */
    private static Map<String, String> response(VirtualCitizen citizen) {
        PageView page = citizen.at();
        return page.status() == 200 ? FormPost.fields(page) : MatrixIsp.response(page.address());
    }

    private static String values(String claims) {
        return "{\"userinfo\":{\"verified_claims\":{\"verification\":{\"trust_framework\":null}," + "\"claims\":{"
                + claims + "}}}}";
    }
}
