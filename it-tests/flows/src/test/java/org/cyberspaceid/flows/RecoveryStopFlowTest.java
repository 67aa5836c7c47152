package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.junit.jupiter.api.Test;

/** While a recovery waits: who can stop it, and what does not. */
class RecoveryStopFlowTest {
    private static final Duration THREE_DAYS = Duration.ofHours(72);
    private static final Portrait SELF = Portraits.all().get(0);

    private final World world = World.get();

    @Test
    void whoSignsInOnAKnownDeviceStopsItAndWhoComesByCodeCannot() {
        Lost lost = Lost.enrolled(world, SELF);
        world.letSmsLimitsPass();
        world.remember(lost.citizen());
        world.endSessions();
        VirtualCitizen other = lost.again(SELF);
        Lost.prove(world, other, SELF);
        other.expect("recovery-waits");

        VirtualCitizen withCode = world.citizen(lost.document(), SELF);
        withCode.open(world.button(0));
        world.letSmsLimitsPass();
        int before = world.texts(lost.mobile()).size();
        withCode.submit(Map.of("username", lost.mobile(), "password", lost.password()));
        withCode.expect("sign-in-sms-code");
        withCode.submit(Map.of("sms_code", world.smsCode(lost.mobile(), before)));
        assertThat(withCode.at().is("recovery-stop")).isFalse();
        world.endSessions();

        lost.citizen().open(world.button(0));
        lost.citizen().typeCredentials(lost.mobile(), lost.password());
        lost.citizen().expect("recovery-stop");
        lost.citizen().goOn("recovery-stop");
        lost.citizen().consent();
        assertThat(world.isSignedIn(lost.citizen(), 0)).isTrue();
        assertThat(lost.waiting()).isZero();
        assertThat(lost.errors("RESET_PASSWORD_ERROR"))
                .containsExactly(Problem.RECOVERY_STOPPED.code(), Problem.RECOVERY_WAITING.code());
        lost.toldTheOldNumber("已取消");
    }

    @Test
    void whoShowsDocumentAndFaceStopsItToo() {
        Lost lost = Lost.enrolled(world, SELF);
        VirtualCitizen citizen = lost.again(SELF);
        Lost.prove(world, citizen, SELF);
        citizen.press("stop_recovery");
        assertThat(citizen.at().problem()).contains(Problem.RECOVERY_STOPPED.code());
        assertThat(lost.waiting()).isZero();
    }

    @Test
    void itWaitsThroughALossOfPowerAndEndsAfterItsTime() {
        Lost lost = Lost.enrolled(world, SELF);
        VirtualCitizen citizen = lost.again(SELF);
        Lost.prove(world, citizen, SELF);
        citizen.expect("recovery-waits");
        world.killEverythingAndStartAgain();
        assertThat(lost.waiting()).isEqualTo(1);

        lost.letPass(THREE_DAYS.plusDays(15));
        VirtualCitizen late = lost.again(SELF);
        Lost.prove(world, late, SELF);
        late.expect("recovery-waits");
        assertThat(lost.waitsFromNowOn()).as("from the beginning").isTrue();
    }
}
