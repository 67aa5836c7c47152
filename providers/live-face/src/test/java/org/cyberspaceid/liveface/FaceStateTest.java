package org.cyberspaceid.liveface;

import static org.assertj.core.api.Assertions.assertThat;

import org.cyberspaceid.core.face.FaceTemplate;
import org.cyberspaceid.core.outcome.Problem;
import org.junit.jupiter.api.Test;

class FaceStateTest {
    private final FaceState running = FaceState.against(new FaceTemplate("model", new float[] {1}))
            .attemptBegun()
            .asked(new byte[] {1}, "center", 0, 8);

    @Test
    void aLateStepCostsAnAttempt() {
        FaceState late = running.failed(Problem.FACE_TOO_SLOW);
        assertThat(late.attemptsLeft()).isEqualTo(2);
        assertThat(late.failure()).isEqualTo(Problem.FACE_TOO_SLOW);
    }

    @Test
    void aStepThatWasLateBecauseTheServiceWasAwayCostsNone() {
        FaceState late = running.interruptedByUs().failed(Problem.FACE_TOO_SLOW);
        assertThat(late.attemptsLeft()).isEqualTo(3);
        assertThat(late.failure()).isEqualTo(Problem.FACE_SERVICE_UNAVAILABLE);
        assertThat(late.running()).isFalse();
    }

    @Test
    void aVerdictCostsAnAttemptWhetherTheServiceWasAwayOrNot() {
        for (Problem verdict :
                new Problem[] {Problem.FACE_NOT_MATCHING, Problem.FACE_WRONG_DIRECTION, Problem.FACE_CHANGED}) {
            FaceState refused = running.interruptedByUs().failed(verdict);
            assertThat(refused.attemptsLeft()).isEqualTo(2);
            assertThat(refused.failure()).isEqualTo(verdict);
        }
    }

    @Test
    void theNextStepHasItsOwnTime() {
        FaceState interrupted = running.interruptedByUs();
        assertThat(interrupted.asked(new byte[] {2}, "center", 0, 8).interrupted())
                .as("the same step")
                .isTrue();
        FaceState next = interrupted.asked(new byte[] {2}, "left", 1, 8);
        assertThat(next.interrupted()).isFalse();
        assertThat(next.failed(Problem.FACE_TOO_SLOW).attemptsLeft()).isEqualTo(2);
    }
}
