package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;

/** Over the pages of what a citizen keeps and changes: a passkey, another number, a freeze that is not confirmed after all. */
final class OwnIdWalk {
    private final Walk walk;
    private final World world;
    private final SoftwarePasskey passkey = new SoftwarePasskey();

    OwnIdWalk(Walk walk) {
        this.walk = walk;
        this.world = walk.world();
    }

    /** @param citizen signed in, and lets the features of the face be kept */
    void of(VirtualCitizen citizen) {
        addsAPasskey(citizen);
        usesItAfterThePassword(walk.watched(world.atAnotherBrowser(citizen)));
        doesNotFreeze(citizen);
        asksForAnotherNumber(citizen);
    }

    private void addsAPasskey(VirtualCitizen citizen) {
        act(citizen, "add-passkey");
        citizen.expect("webauthn-register");
        citizen.submit(passkey.create(citizen.at()));
        citizen.expect("my-id");
        String item = citizen.at().attribute("button[name=item]", "value").orElseThrow();
        citizen.submit(Map.of("item", item, "action", "open"));
        citizen.expect("my-id-item");
        citizen.press("rename");
    }

    private void usesItAfterThePassword(VirtualCitizen elsewhere) {
        walk.open(elsewhere, Map.of());
        elsewhere.typeCredentials();
        elsewhere.expect("sign-in-passkey");
        elsewhere.submit(passkey.get(elsewhere.at()));
        elsewhere.consent();
        assertThat(PlayedIsp.parameters(elsewhere.at().address())).containsKey("code");
    }

    private void doesNotFreeze(VirtualCitizen citizen) {
        act(citizen, "freeze-id");
        citizen.expect("confirm");
        citizen.press("face");
        citizen.expect("confirm-face");
        citizen.press("cancel");
        citizen.expect("my-id");
    }

    private void asksForAnotherNumber(VirtualCitizen citizen) {
        act(citizen, "change-mobile-number");
        citizen.expect("change-mobile");
        world.letSmsLimitsPass();
        citizen.submit(Map.of("mobile", world.freshMobile()));
        citizen.expect("change-mobile-code");
        citizen.press("cancel");
    }

    private void act(VirtualCitizen citizen, String action) {
        walk.act(citizen, action, world.mobileOf(citizen), world.passwordOf(citizen));
    }
}
