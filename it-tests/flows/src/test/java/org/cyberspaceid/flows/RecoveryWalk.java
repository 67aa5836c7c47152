package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.sandbox.citizen.TurningHead;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.cyberspaceid.virtual.Variant;
import org.cyberspaceid.virtual.VirtualDocument;

/** Over the pages of somebody who lost the access, shows the document anew, and renews it; and who then freezes the ID by a code. */
final class RecoveryWalk {
    private static final String NEW_PASSWORD = "61927405";
    private static final Duration WAIT = Duration.ofHours(73);

    private final Walk walk;
    private final World world;
    private final Portrait face;
    private final VirtualDocument document;
    private final String newNumber;

    RecoveryWalk(Walk walk, Portrait face) {
        this.walk = walk;
        this.world = walk.world();
        this.face = face;
        this.document = world.document(DocumentType.RESIDENT_ID_CARD, Variant.GENUINE, face);
        this.newNumber = world.freshMobile();
    }

    void walk() {
        VirtualCitizen owner = walk.watched(world.citizen(document, face));
        world.letSmsLimitsPass();
        owner.enrol(walk.isp().signIn("openid", Map.of()));
        String user = world.vault().newestUser();
        isRemembered(owner);

        VirtualCitizen again = walk.watched(world.citizen(document, face));
        proves(again);
        again.expect("recovery-waits");
        isAskedWhetherItIsTheirs(owner);
        world.sql("update cid_recovery set due_at = due_at - " + WAIT.toMillis() + ", ends_at = ends_at - "
                + WAIT.toMillis() + " where user_id = '" + user + "'");
        proves(again);
        world.letSmsLimitsPass();
        again.giveMobile(newNumber);
        again.choosePassword(NEW_PASSWORD);
        again.goOn("recovery-done");
        again.consent();
        assertThat(PlayedIsp.parameters(again.at().address())).containsKey("code");

        renews();
        freezes(again);
    }

    private void isRemembered(VirtualCitizen owner) {
        owner.browser().forgetEverything();
        walk.open(owner, Map.of());
        world.letSmsLimitsPass();
        owner.typeCredentialsAndBeRemembered();
        owner.browser().forgetEverythingBut(World.DEVICE_COOKIE);
    }

    private void isAskedWhetherItIsTheirs(VirtualCitizen owner) {
        walk.open(owner, Map.of());
        owner.typeCredentials();
        owner.expect("recovery-stop");
        owner.press("continue");
    }

    private void proves(VirtualCitizen again) {
        walk.open(again, Map.of());
        again.cannotSignIn();
        again.proveDocument();
        again.showFace(new TurningHead(face));
    }

    private void renews() {
        VirtualCitizen renewed = walk.watched(world.citizen(world.issuedAgain(document, face), face));
        walk.open(renewed, Map.of());
        renewed.register();
        renewed.agree();
        renewed.proveDocument();
        renewed.showFace(new TurningHead(face));
        renewed.expect("enrol-renewed");
    }

    private void freezes(VirtualCitizen citizen) {
        walk.act(citizen, "freeze-id", newNumber, NEW_PASSWORD);
        citizen.expect("confirm");
        String code = walk.code(newNumber, () -> citizen.press("code"));
        citizen.expect("confirm-code");
        citizen.submit(Map.of("sms_code", code));
        citizen.expect("info");
        citizen.browser().forgetEverything();
        walk.open(citizen, Map.of());
        world.letSmsLimitsPass();
        citizen.typeCredentials(newNumber, NEW_PASSWORD);
        citizen.expect("sign-in-frozen");
    }
}
