package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.sandbox.citizen.Browser;
import org.cyberspaceid.sandbox.citizen.PageView;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;

/** What was shown as done survives the power going. */
class DurabilityFlowTest {
    private static final Portrait SELF = Portraits.all().get(7);

    @Test
    void aFinishedEnrolmentIsThereAfterKillingEveryProcess() {
        World world = World.get();
        VirtualCitizen citizen = world.citizen(SELF);
        citizen.open(world.button(0));
        citizen.register();
        world.walkToTheDonePage(citizen);
        citizen.expect("enrol-done");

        PlayedIsp isp = PlayedIsps.listening(world, "hears-after-all", "localhost");
        isp.answerEvents(503);
        remove(world, enrolAt(world, isp));

        for (int i = 0; i < 5; i++) {
            assertThat(signIn(world, citizen, "4071826" + (i + 4)).problem()).isPresent();
        }

        world.killEverythingAndStartAgain();

        assertThat(signIn(world, citizen, world.passwordOf(citizen)).problem())
                .as("five wrong passwords before the power went")
                .contains(Problem.CREDENTIALS_INVALID.code());
        world.sql("delete from cid_attempt");

        isp.answerEvents(202);
        int heard = isp.securityEvents().size();
        world.sql("update cid_security_event set due_at = 0");
        world.eventually(
                Duration.ofSeconds(30), () -> assertThat(isp.securityEvents()).hasSizeGreaterThan(heard));
        isp.close();

        world.letSmsLimitsPass();
        citizen.browser().forgetEverything();
        citizen.signIn(world.button(0));
        assertThat(world.received(citizen, 0).path("sub").asText()).hasSize(26);
    }

    private static PageView signIn(World world, VirtualCitizen citizen, String password) {
        Browser elsewhere = new Browser("en");
        return AtOnce.submit(
                elsewhere,
                elsewhere.get(world.button(0)),
                Map.of("username", world.mobileOf(citizen), "password", password));
    }

    private static String enrolAt(World world, PlayedIsp isp) {
        VirtualCitizen leaving = world.citizen(Portraits.all().get(6));
        leaving.browser().stopBefore(isp.redirectUri());
        leaving.enrol(isp.signIn("openid", Map.of()));
        return world.vault().newestUser();
    }

    private static void remove(World world, String user) {
        try (Keycloak admin = world.admin()) {
            admin.realm("cyberspace-id").users().get(user).remove();
        }
    }
}
