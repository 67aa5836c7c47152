package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.sandbox.Database;
import org.cyberspaceid.sandbox.citizen.TurningHead;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sign-in by a phone is worth less than what stops a recovery. */
class ScanAndRecoveryFlowTest {
    private static final Portrait SELF = Portraits.all().get(3);

    private final World world = World.get();
    private final PlayedIsp isp = PlayedIsps.register(world, "scan-recovery-" + System.nanoTime(), "localhost");
    private final ScanScene scene = new ScanScene(world, isp);

    @AfterEach
    void close() {
        isp.close();
    }

    /** Whoever has number and password can sign in on a phone by an SMS code, and would approve a screen of their own. */
    @Test
    void whatAPhoneApprovedStopsNoRecovery() {
        VirtualCitizen owner = world.citizen(SELF);
        owner.enrol(atTheIsp(owner));
        String user = world.vault().newestUser();
        recovers(world.atAnotherBrowser(owner));
        VirtualCitizen phone = world.atAnotherBrowser(owner);
        world.letSmsLimitsPass();
        phone.signIn(atTheIsp(phone));

        VirtualCitizen screen = scene.waiting(world.atAnotherBrowser(owner), Map.of());
        String number = ScanScene.number(screen);
        ScanScene.follow(phone, ScanScene.link(screen));
        ScanScene.approve(phone, number);
        screen.goOn("sign-in-scan");
        assertThat(screen.at().is("recovery-stop")).as("asked").isFalse();
        assertThat(scene.idToken(screen).path("acr").asText()).isEqualTo(ScanScene.SCAN);
        assertThat(new Database(world.jdbcUrl())
                        .query("select count(*) from cid_recovery where user_id = '" + user + "'"))
                .containsExactly("1");
    }

    private void recovers(VirtualCitizen citizen) {
        citizen.open(atTheIsp(citizen));
        citizen.cannotSignIn();
        citizen.proveDocument();
        citizen.showFace(new TurningHead(SELF));
        citizen.expect("recovery-waits");
    }

    private URI atTheIsp(VirtualCitizen citizen) {
        citizen.browser().stopBefore(isp.redirectUri());
        return isp.signIn("openid", Map.of());
    }
}
