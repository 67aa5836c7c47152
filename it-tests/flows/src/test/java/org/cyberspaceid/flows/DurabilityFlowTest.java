package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.junit.jupiter.api.Test;

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

        world.killEverythingAndStartAgain();

        world.letSmsLimitsPass();
        citizen.browser().forgetEverything();
        citizen.signIn(world.button(0));
        assertThat(world.received(citizen, 0).path("sub").asText()).hasSize(26);
    }
}
