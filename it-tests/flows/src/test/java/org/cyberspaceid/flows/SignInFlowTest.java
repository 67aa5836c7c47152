package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.sandbox.citizen.PageView;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.junit.jupiter.api.Test;

/** Mobile number, 8-digit password, and a code on a device not seen before. */
class SignInFlowTest {
    private static final Portrait SELF = Portraits.all().get(6);

    private final World world = World.get();

    @Test
    void anUnknownNumberAndAWrongPasswordLookTheSame() {
        VirtualCitizen enrolled = world.citizen(SELF);
        enrolled.enrol(world.button(0));
        String known = answerTo(world.mobileOf(enrolled), "00000001");
        String unknown = answerTo(world.freshMobile(), "00000001");
        assertThat(known).isEqualTo(unknown);
        world.expectLoginRefusal("user_not_found");
    }

    @Test
    void aNewDeviceNeedsACodeAndAKnownOneDoesNot() {
        VirtualCitizen citizen = world.citizen(SELF);
        citizen.enrol(world.button(0));
        world.letSmsLimitsPass();
        citizen.browser().forgetEverything();
        citizen.open(world.button(0));
        int before = world.texts(world.mobileOf(citizen)).size();
        citizen.submit(Map.of("username", world.mobileOf(citizen), "password", world.passwordOf(citizen)));
        citizen.expect("sign-in-sms-code");
        citizen.submit(Map.of("sms_code", world.smsCode(world.mobileOf(citizen), before), "remember_device", "yes"));
        citizen.consent();
        world.received(citizen, 0);

        world.endSessions();
        citizen.open(world.button(1));
        citizen.submit(Map.of("username", world.mobileOf(citizen), "password", world.passwordOf(citizen)));
        assertThat(citizen.at().is("sign-in-sms-code"))
                .as("a code on a known device")
                .isFalse();
        citizen.consent();
        assertThat(world.received(citizen, 1).path("sub").asText()).hasSize(26);
    }

    @Test
    void noCodeIsSentBeforeThePasswordWasRight() {
        VirtualCitizen citizen = world.citizen(SELF);
        citizen.enrol(world.button(0));
        int before = world.texts(world.mobileOf(citizen)).size();
        answerTo(world.mobileOf(citizen), "00000001");
        assertThat(world.texts(world.mobileOf(citizen))).hasSize(before);
    }

    /** The page that answers, without what differs at every showing and without the number that was typed. */
    private String answerTo(String mobile, String password) {
        VirtualCitizen stranger = world.citizen(SELF);
        stranger.open(world.button(0));
        PageView page = stranger.submit(Map.of("username", mobile, "password", password));
        assertThat(page.problem()).contains(Problem.CREDENTIALS_INVALID.code());
        return page.html()
                .outerHtml()
                .replace(mobile, "…")
                .replaceAll("(session_code|execution|client_data|tab_id|data-session-hash|data-challenge)=\"?[^\"& ]+", "$1=…");
    }
}
