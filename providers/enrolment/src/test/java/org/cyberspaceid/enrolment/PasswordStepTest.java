package org.cyberspaceid.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import org.cyberspaceid.core.outcome.Problem;
import org.junit.jupiter.api.Test;

class PasswordStepTest {
    private static final EnrolmentState STATE =
            States.withDocument().withMobile(new MobileState("+8613846027519", 1, true));

    @Test
    void refusesWhatStandsOnTheDocumentOrIsTheNumber() {
        assertThat(PasswordStep.check(STATE, "19491231", "19491231")).contains(Problem.PASSWORD_PERSONAL);
        assertThat(PasswordStep.check(STATE, "46027519", "46027519")).contains(Problem.PASSWORD_PERSONAL);
        assertThat(PasswordStep.check(STATE, "05194912", "05194912")).contains(Problem.PASSWORD_PERSONAL);
    }

    @Test
    void refusesAnotherSecondTime() {
        assertThat(PasswordStep.check(STATE, "73920518", "73920519")).contains(Problem.PASSWORD_MISMATCH);
        assertThat(PasswordStep.check(STATE, "73920518", "73920518")).isEmpty();
    }
}
