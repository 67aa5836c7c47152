package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.junit.jupiter.api.Test;

/** What an ISP asks is asked of the person once; the person's answer is what the ISP gets. */
class ConsentFlowTest {
    private static final Portrait SELF = Portraits.all().get(5);
    private static final String SOME = "openid age_over_18";
    private static final String MORE = "openid age_over_18 identity_verified";

    private final World world = World.get();
    private final AskingIsp isp = new AskingIsp(world.firstIspsBackEnd());

    @Test
    void theFirstSignInAsksAndLaterOnesOnlyForWhatIsNew() {
        VirtualCitizen citizen = enrolled();
        citizen.open(isp.request("scope", SOME));
        citizen.expect("isp-consent");
        assertThat(citizen.at().html().select("input[type=checkbox]").eachAttr("name"))
                .containsExactly("agree-age_over_18");
        citizen.consent();
        assertThat(isp.tokens(citizen.at()).path("scope").asText().split(" "))
                .containsExactlyInAnyOrder("openid", "age_over_18");

        citizen.open(isp.request("scope", SOME));
        assertThat(AskingIsp.response(citizen.at())).containsKey("code");

        citizen.open(isp.request("scope", MORE));
        citizen.expect("isp-consent");
        assertThat(citizen.at().html().select("input[type=checkbox]").eachAttr("name"))
                .containsExactly("agree-identity_verified");
        citizen.consent();
        assertThat(isp.userinfo(isp.tokens(citizen.at())).path("age_over_18").isBoolean())
                .as("what was agreed to before")
                .isTrue();
        assertThat(world.traces().rows()).containsEntry("user_consent", 0L);
    }

    @Test
    void whatWasUntickedIsMissingAndTheScopeSaysSo() {
        VirtualCitizen citizen = enrolled();
        citizen.open(isp.request("scope", MORE));
        citizen.consentWithout("age_over_18");
        JsonNode tokens = isp.tokens(citizen.at());
        assertThat(tokens.path("scope").asText().split(" ")).containsExactlyInAnyOrder("openid", "identity_verified");
        assertThat(isp.userinfo(tokens).has("identity_verified")).isTrue();
        assertThat(isp.userinfo(tokens).has("age_over_18")).isFalse();

        citizen.open(isp.request("scope", MORE));
        assertThat(isp.userinfo(isp.tokens(citizen.at())).has("age_over_18"))
                .as("declined, remembered, not asked again")
                .isFalse();

        citizen.open(isp.request("scope", MORE, "prompt", "consent"));
        citizen.expect("isp-consent");
        assertThat(citizen.at().html().select("input[type=checkbox][checked]").eachAttr("name"))
                .containsExactly("agree-identity_verified");
        citizen.submit(Map.of("agree-age_over_18", "yes"));
        assertThat(isp.userinfo(isp.tokens(citizen.at())).has("age_over_18")).isTrue();
    }

    @Test
    void aSilentRequestIsToldThatConsentIsRequired() {
        VirtualCitizen citizen = enrolled();
        for (String mode : new String[] {"query", "form_post"}) {
            citizen.open(isp.request("scope", SOME, "prompt", "none", "response_mode", mode));
            assertThat(AskingIsp.response(citizen.at()))
                    .as(mode)
                    .containsEntry("error", "consent_required")
                    .containsEntry("state", "s")
                    .containsEntry("iss", isp.issuer())
                    .doesNotContainKey("code");
        }
        citizen.open(isp.request("scope", SOME));
        citizen.consent();
        citizen.open(isp.request("scope", SOME, "prompt", "none"));
        assertThat(AskingIsp.response(citizen.at())).containsKey("code");
        citizen.open(isp.request("scope", MORE, "prompt", "none"));
        assertThat(AskingIsp.response(citizen.at())).containsEntry("error", "consent_required");
    }

    @Test
    void refusingGoesBackToTheIspAndIsNotRemembered() {
        VirtualCitizen citizen = enrolled();
        for (String mode : new String[] {"query", "form_post"}) {
            citizen.open(isp.request("scope", SOME, "response_mode", mode));
            citizen.expect("isp-consent");
            citizen.press("refuse");
            assertThat(AskingIsp.response(citizen.at()))
                    .as(mode)
                    .containsEntry("error", "access_denied")
                    .containsEntry("error_description", "consent_declined")
                    .containsEntry("state", "s")
                    .containsEntry("iss", isp.issuer())
                    .doesNotContainKey("code");
        }
        citizen.open(isp.request("scope", SOME));
        citizen.expect("isp-consent");
    }

    /** Keycloak skips an action that does not support being asked for; then there would be a code without consent. */
    @Test
    void namingTheStepIsNoWayRoundIt() {
        VirtualCitizen citizen = enrolled();
        citizen.open(isp.request("scope", SOME, "kc_action", "isp-consent"));
        assertThat(AskingIsp.response(citizen.at())).doesNotContainKey("code");
    }

    /** A person who has enrolled at this ISP, for nothing but the number, and is signed in; the page came right after enrolment. */
    private VirtualCitizen enrolled() {
        VirtualCitizen citizen = world.citizen(SELF);
        citizen.browser().stopBefore(isp.redirectUri());
        citizen.open(isp.request("scope", "openid"));
        citizen.register();
        world.walkToTheDonePage(citizen);
        citizen.goOn("enrol-done");
        citizen.expect("isp-consent");
        assertThat(citizen.at().html().select("input[type=checkbox]")).isEmpty();
        citizen.consent();
        assertThat(AskingIsp.response(citizen.at())).containsKey("code");
        return citizen;
    }
}
