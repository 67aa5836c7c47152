package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.EventRepresentation;

/** The mobile number changes, or was given to somebody else by the network; no ISP sees either. */
class NumberChangeFlowTest {
    private final World world = World.get();

    @Test
    void aProvenNumberSignsInFromNowOnAndTheOldOneIsTold() {
        VirtualCitizen citizen = enrolled(2);
        String user = world.vault().newestUser();
        String number = world.received(citizen, 0).path("sub").asText();
        String before = world.mobileOf(citizen);
        String after = world.freshMobile();

        change(citizen, before);
        prove(citizen, after);
        assertThat(citizen.at().template()).contains("my-id");
        assertThat(errors(user, "UPDATE_PROFILE")).containsExactly((String) null);
        world.eventually(
                Duration.ofSeconds(10),
                () -> assertThat(world.texts(before))
                        .first()
                        .asString()
                        .contains("已更换")
                        .doesNotContain("http", after));

        citizen.browser().forgetEverything();
        world.letSmsLimitsPass();
        citizen.open(world.button(0));
        citizen.submit(Map.of("username", before, "password", world.passwordOf(citizen)));
        assertThat(citizen.at().problem()).contains(Problem.CREDENTIALS_INVALID.code());
        signIn(citizen, after);
        assertThat(world.received(citizen, 0).path("sub").asText()).isEqualTo(number);
    }

    @Test
    void aClaimedNumberMovesAndWhoeverHadItIsAskedForAnother() {
        VirtualCitizen former = enrolled(2);
        String formersNumber = world.received(former, 0).path("sub").asText();
        String contested = world.mobileOf(former);
        VirtualCitizen claimant = enrolled(3);
        world.letSmsLimitsPass();
        change(claimant, world.mobileOf(claimant));
        prove(claimant, contested);
        assertThat(claimant.at().problem())
                .as("nobody is told that it was taken")
                .isEmpty();

        former.open(world.button(1));
        former.consent();
        former.expect("change-mobile");
        former.press("cancel");
        former.consent();
        assertThat(world.isSignedIn(former, 1)).as("asked, not forced").isTrue();

        String another = world.freshMobile();
        former.open(world.button(0));
        former.expect("change-mobile");
        prove(former, another);
        former.consent();
        former.browser().forgetEverything();
        world.letSmsLimitsPass();
        former.open(world.button(0));
        signIn(former, another);
        assertThat(world.received(former, 0).path("sub").asText()).isEqualTo(formersNumber);
    }

    @Test
    void aWrongCodeChangesNothing() {
        VirtualCitizen citizen = enrolled(4);
        String user = world.vault().newestUser();
        change(citizen, world.mobileOf(citizen));
        String wanted = world.freshMobile();
        citizen.submit(Map.of("mobile", wanted));
        citizen.expect("change-mobile-code");
        String right = world.smsCode(wanted);
        String wrong = right.equals("000000") ? "000001" : "000000";
        for (int guess = 1; guess <= 5; guess++) {
            citizen.submit(Map.of("sms_code", wrong));
            assertThat(citizen.at().problem()).isPresent();
        }
        citizen.submit(Map.of("sms_code", right));
        assertThat(citizen.at().problem()).contains(Problem.SMS_CODE_TRIES_EXHAUSTED.code());
        assertThat(errors(user, "UPDATE_PROFILE_ERROR")).contains(Problem.SMS_CODE_WRONG.code());
        citizen.press("cancel");
        citizen.browser().forgetEverything();
        world.letSmsLimitsPass();
        citizen.signIn(world.button(0));
        assertThat(world.isSignedIn(citizen, 0)).isTrue();
    }

    @Test
    void aCodeThatCameForSomethingElseChangesNothing() {
        VirtualCitizen citizen = enrolled(4);
        change(citizen, world.mobileOf(citizen));
        VirtualCitizen other = world.citizen(Portraits.all().get(3));
        String wanted = world.mobileOf(other);
        citizen.submit(Map.of("mobile", wanted));
        citizen.expect("change-mobile-code");
        world.letSmsLimitsPass();
        other.open(world.button(0));
        other.register();
        other.agree();
        other.proveDocument();
        other.showFace(
                new org.cyberspaceid.sandbox.citizen.TurningHead(Portraits.all().get(3)));
        int before = world.texts(wanted).size();
        other.submit(Map.of("mobile", wanted));
        citizen.submit(Map.of("sms_code", world.smsCode(wanted, before)));
        assertThat(citizen.at().problem()).contains(Problem.SMS_CODE_WRONG.code());
    }

    /** To the page that asks for the number; signs in once more at the citizen's own pages. */
    private void change(VirtualCitizen citizen, String mobile) {
        world.letSmsLimitsPass();
        citizen.open(URI.create(world.issuer() + "/my-id/actions/change-mobile-number"));
        if (citizen.at().is("login")) {
            citizen.typeCredentials(mobile, world.passwordOf(citizen));
        }
        citizen.expect("change-mobile");
    }

    private void prove(VirtualCitizen citizen, String mobile) {
        int before = world.texts(mobile).size();
        citizen.submit(Map.of("mobile", mobile));
        citizen.expect("change-mobile-code");
        citizen.submit(Map.of("sms_code", world.smsCode(mobile, before)));
    }

    private void signIn(VirtualCitizen citizen, String mobile) {
        citizen.expect("login");
        int before = world.texts(mobile).size();
        citizen.submit(Map.of("username", mobile, "password", world.passwordOf(citizen)));
        citizen.expect("sign-in-sms-code");
        citizen.submit(Map.of("sms_code", world.smsCode(mobile, before)));
        citizen.consent();
    }

    private VirtualCitizen enrolled(int portrait) {
        VirtualCitizen citizen = world.citizen(Portraits.all().get(portrait));
        world.letSmsLimitsPass();
        citizen.enrol(world.button(0));
        return citizen;
    }

    private List<String> errors(String user, String type) {
        try (Keycloak admin = world.admin()) {
            return admin.realm("cyberspace-id").getEvents(List.of(type), null, user, null, null, null, 0, 10).stream()
                    .map(EventRepresentation::getError)
                    .toList();
        }
    }
}
