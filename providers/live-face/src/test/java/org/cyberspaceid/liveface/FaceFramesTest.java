package org.cyberspaceid.liveface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.cyberspaceid.core.face.FaceService;
import org.cyberspaceid.core.face.FaceTemplate;
import org.cyberspaceid.core.outcome.Problem;
import org.junit.jupiter.api.Test;

/** The rules around the worker's verdicts. The verdicts themselves are the engine's, and the flow tests' with a worker. */
class FaceFramesTest {
    private static final FaceTemplate REFERENCE = new FaceTemplate("old", new float[] {1, 0});
    private static final FaceTemplate LIVE = new FaceTemplate("new", new float[] {0, 1});
    private static final byte[] FRAME = {1};

    private final Script worker = new Script();
    private final OneRow row = new OneRow();
    private final FaceFrames<FaceState> frames = new FaceFrames<>(worker, row);

    @Test
    void aMatchWithoutConsentLeavesNoTemplateInTheRow() {
        match();
        assertThat(row.state.passed()).isTrue();
        assertThat(row.state.embedding()).isNull();
        assertThat(row.state.kept()).isEmpty();
    }

    @Test
    void aMatchWithConsentLeavesTheLiveFaceOfTheWorkersModel() {
        row.keeps = true;
        match();
        assertThat(row.state.kept()).hasValueSatisfying(kept -> {
            assertThat(kept.model()).isEqualTo("new");
            assertThat(kept.embedding()).containsExactly(0, 1);
        });
    }

    @Test
    void whatFailedLeavesNoTemplateToKeep() {
        row.keeps = true;
        worker.says(go());
        frames.judge(FRAME);
        worker.says(new FaceService.ChallengeStep.Failed(Problem.FACE_NOT_MATCHING));
        frames.judge(FRAME);
        assertThat(row.state.kept()).isEmpty();
        assertThat(row.told).containsExactly(Problem.FACE_NOT_MATCHING);
    }

    @Test
    void noAttemptIsBegunWhenTodaysAreUsedUp() {
        row.attemptLeft = false;
        worker.says(go());
        assertThat(frames.judge(FRAME).outcome()).isEqualTo("failed");
        assertThat(row.state.failure()).isEqualTo(Problem.FACE_ATTEMPTS_EXHAUSTED);
        assertThat(row.state.running()).isFalse();
    }

    @Test
    void noMoreThanThreeAttemptsAgainstOneReference() {
        for (int i = 0; i < FaceState.ATTEMPTS; i++) {
            worker.says(go());
            frames.judge(FRAME);
            worker.says(new FaceService.ChallengeStep.Failed(Problem.FACE_NOT_LIVE));
            frames.judge(FRAME);
            row.state = row.state.again();
        }
        worker.says(go());
        assertThat(frames.judge(FRAME).outcome()).isEqualTo("failed");
        assertThat(row.state.failure()).isEqualTo(Problem.FACE_ATTEMPTS_EXHAUSTED);
    }

    @Test
    void aTemplateOfAnotherModelEndsItBeforeAnAttemptIsTaken() {
        worker.says(new FaceService.ChallengeStep.Failed(Problem.FACE_TEMPLATE_OUTDATED));
        assertThat(frames.judge(FRAME).outcome()).isEqualTo("failed");
        assertThat(row.state.failure()).isEqualTo(Problem.FACE_TEMPLATE_OUTDATED);
        assertThat(row.taken).isZero();
    }

    @Test
    void aFrameThatLostTheRaceIsAnsweredByWhatTheWinnerBrought() {
        worker.says(go());
        frames.judge(FRAME);
        worker.says(new FaceService.ChallengeStep.Passed(1, LIVE));
        row.winner = Optional.of(row.state.ended(Problem.FACE_CHANGED));
        assertThat(frames.judge(FRAME).outcome()).isEqualTo("failed");
        assertThat(row.state.passed()).isFalse();
    }

    private void match() {
        worker.says(go());
        frames.judge(FRAME);
        worker.says(new FaceService.ChallengeStep.Passed(1, LIVE));
        frames.judge(FRAME);
    }

    private static FaceService.ChallengeStep go() {
        return new FaceService.ChallengeStep.Continue(
                new byte[] {7}, FaceService.Prompt.CENTER, 0, 8, FaceService.Hint.NONE);
    }

    private static final class OneRow implements LiveCheck<FaceState> {
        private final List<Problem> told = new ArrayList<>();
        private FaceState state = FaceState.against(REFERENCE);
        private Optional<FaceState> winner = Optional.empty();
        private boolean keeps;
        private boolean attemptLeft = true;
        private int taken;

        @Override
        public Optional<FaceState> read() {
            return Optional.of(state);
        }

        @Override
        public FaceState face(FaceState read) {
            return read;
        }

        @Override
        public boolean replace(FaceState read, FaceState next) {
            state = winner.orElse(next);
            return winner.isEmpty();
        }

        @Override
        public boolean keepsTemplate(FaceState read) {
            return keeps;
        }

        @Override
        public boolean takeAttempt(FaceState read) {
            taken++;
            return attemptLeft;
        }

        @Override
        public void refused(FaceState read, Problem why) {
            told.add(why);
        }
    }

    private static final class Script implements FaceService {
        private final Deque<ChallengeStep> steps = new ArrayDeque<>();

        void says(ChallengeStep step) {
            steps.add(step);
        }

        @Override
        public TemplateResult embedPortrait(byte[] portrait) {
            throw new AssertionError("the live check sends no portrait");
        }

        @Override
        public ChallengeStep beginChallenge(FaceTemplate reference) {
            return steps.remove();
        }

        @Override
        public ChallengeStep judgeFrame(byte[] state, byte[] frame) {
            return steps.remove();
        }
    }
}
