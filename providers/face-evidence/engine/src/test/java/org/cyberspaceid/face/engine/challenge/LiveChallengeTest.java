package org.cyberspaceid.face.engine.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.cyberspaceid.core.face.FaceService.Hint;
import org.cyberspaceid.core.face.FaceService.Prompt;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.face.engine.FaceMesh;
import org.cyberspaceid.face.engine.Vectors;
import org.junit.jupiter.api.Test;

/** The rules alone, on a head of paper: points on a half-cylinder that is turned about its axis. */
class LiveChallengeTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final float[] ME = {1, 0, 0};
    private static final float[] NEARLY_ME = {.93f, .3676f, 0};
    private static final float[] SOMEBODY = {0, 1, 0};
    private static final float[] BLURRED_ME = {.915f, .4034f, 0};

    private final LiveChallenge rules = new LiveChallenge(Thresholds.DEFAULT);
    private ChallengeState state = rules.begin(ME, List.of(Prompt.LEFT, Prompt.RIGHT), NOW);

    @Test
    void straightLeftStraightRightPasses() {
        lookStraight();
        assertThat(state.prompt()).isEqualTo(Prompt.LEFT);
        show(head(30, ME));
        assertThat(state.prompt()).isEqualTo(Prompt.CENTER);
        show(head(0, ME));
        assertThat(state.prompt()).isEqualTo(Prompt.RIGHT);
        assertThat(state.step()).isEqualTo(3);
        assertThat(rules.judge(state, head(-30, ME), NOW)).isInstanceOfSatisfying(Outcome.Passed.class, passed -> {
            assertThat(passed.similarity()).isEqualTo(1);
            assertThat(passed.live()).containsExactly(Vectors.unit(ME));
        });
    }

    @Test
    void threeFrontalFramesAreCompared() {
        show(head(0, ME));
        show(head(20, ME));
        assertThat(state.hint()).isEqualTo(Hint.LOOK_STRAIGHT);
        show(head(0, ME));
        assertThat(state.step()).isZero();
        show(head(0, ME));
        assertThat(state.step()).isEqualTo(1);
    }

    @Test
    void aPoorFrontalFrameCountsForNothing() {
        Observation.OneFace good = head(0, ME);
        for (int i = 0; i < 5; i++) {
            show(new Observation.OneFace(good.mesh(), 120, () -> Optional.of(Hint.BLURRED), () -> {
                throw new AssertionError("a poor frame is not compared");
            }));
            assertThat(state.hint()).isEqualTo(Hint.BLURRED);
            assertThat(state.step()).isZero();
        }
        assertThat(late(good)).isEqualTo(new Outcome.Failed(Problem.FACE_IMAGE_UNUSABLE));
    }

    @Test
    void anotherPersonDoesNotMatchAndADoubtfulOneIsUndecided() {
        assertThat(straight(SOMEBODY)).isEqualTo(new Outcome.Failed(Problem.FACE_NOT_MATCHING));
        assertThat(straight(NEARLY_ME)).isEqualTo(new Outcome.Failed(Problem.FACE_UNDECIDED));
    }

    @Test
    void theWrongWayEndsIt() {
        lookStraight();
        show(head(-11, ME));
        assertThat(rules.judge(state, head(-13, ME), NOW)).isEqualTo(new Outcome.Failed(Problem.FACE_WRONG_DIRECTION));
    }

    @Test
    void aSmallTurnIsNotEnough() {
        lookStraight();
        show(head(11, ME));
        assertThat(state.hint()).isEqualTo(Hint.TURN_FURTHER);
        assertThat(state.step()).isEqualTo(1);
    }

    @Test
    void aFlatTurnNeverCountsAndIsNotLive() {
        lookStraight();
        for (int angle = 0; angle <= 45; angle += 5) {
            show(photo(angle));
            assertThat(state.step()).isEqualTo(1);
        }
        assertThat(late(head(30, ME))).isEqualTo(new Outcome.Failed(Problem.FACE_NOT_LIVE));
    }

    @Test
    void anotherFaceEndsItAndABlurredOneMayTryAgain() {
        lookStraight();
        show(head(30, BLURRED_ME));
        assertThat(state.hint()).isEqualTo(Hint.HOLD_STILL);
        assertThat(state.step()).isEqualTo(1);
        assertThat(rules.judge(state, head(30, SOMEBODY), NOW)).isEqualTo(new Outcome.Failed(Problem.FACE_CHANGED));
        assertThat(late(head(30, ME))).isEqualTo(new Outcome.Failed(Problem.FACE_CHANGED));
    }

    @Test
    void whatWasWrongLastIsWhyItWasNotDoneInTime() {
        assertThat(late(head(0, ME))).isEqualTo(new Outcome.Failed(Problem.FACE_TOO_SLOW));
        show(new Observation.NoFace());
        assertThat(late(head(0, ME))).isEqualTo(new Outcome.Failed(Problem.FACE_NONE));
        show(new Observation.SeveralFaces());
        assertThat(late(head(0, ME))).isEqualTo(new Outcome.Failed(Problem.FACE_SEVERAL));
        show(scaled(head(0, ME), 0.2f));
        assertThat(late(head(0, ME))).isEqualTo(new Outcome.Failed(Problem.FACE_TOO_SMALL));
    }

    @Test
    void everyStepHasTimeOfItsOwn() {
        Instant atTheEnd = NOW.plus(Thresholds.DEFAULT.firstStep());
        for (int i = 0; i < 3; i++) {
            state = ((Outcome.GoOn) rules.judge(state, head(0, ME), atTheEnd)).state();
        }
        assertThat(state.deadline()).isEqualTo(atTheEnd.plus(Thresholds.DEFAULT.step()));
    }

    @Test
    void aStateSurvivesItsBytes() {
        lookStraight();
        show(head(11, ME));
        byte[] bytes = ChallengeStates.write(state);
        assertThat(ChallengeStates.read(bytes)).usingRecursiveComparison().isEqualTo(state);
        assertThatThrownBy(() -> ChallengeStates.read(Arrays.copyOf(bytes, bytes.length - 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ChallengeStates.read(Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void turnsAreDrawnEvenlyAndAlwaysBothWays() {
        Random random = new Random(3);
        List<List<Prompt>> drawn = Stream.generate(() -> TurnSequence.draw(random))
                .limit(2_000)
                .map(List::copyOf)
                .toList();
        assertThat(drawn).allSatisfy(turns -> assertThat(turns).hasSize(4).contains(Prompt.LEFT, Prompt.RIGHT));
        assertThat(drawn.stream().distinct()).hasSize(14);
    }

    private void lookStraight() {
        for (int i = 0; i < 3; i++) {
            show(head(0, ME));
        }
    }

    private Outcome straight(float[] embedding) {
        ChallengeState begun = rules.begin(ME, List.of(Prompt.LEFT), NOW);
        for (int i = 0; i < 2; i++) {
            begun = ((Outcome.GoOn) rules.judge(begun, head(0, embedding), NOW)).state();
        }
        return rules.judge(begun, head(0, embedding), NOW);
    }

    private void show(Observation observation) {
        state = ((Outcome.GoOn) rules.judge(state, observation, NOW)).state();
    }

    private Outcome late(Observation observation) {
        return rules.judge(state, observation, NOW.plus(Duration.ofMinutes(1)));
    }

    /** A head, 100 pixels in radius, turned to its own left. */
    private static Observation.OneFace head(double degrees, float[] embedding) {
        return new Observation.OneFace(new FaceMesh(points(degrees, true)), 120, () -> embedding);
    }

    /** The straight head's picture, tilted: its points lie in a plane. */
    private static Observation.OneFace photo(double degrees) {
        return new Observation.OneFace(new FaceMesh(points(degrees, false)), 120, () -> ME);
    }

    private static float[] points(double degrees, boolean deep) {
        Random spread = new Random(1);
        double turn = Math.toRadians(degrees);
        float[] points = new float[3 * FaceMesh.SIZE];
        for (int i = 0; i < FaceMesh.SIZE; i++) {
            double angle = Math.PI * (spread.nextDouble() - 0.5);
            double y = 200 * (spread.nextDouble() - 0.5);
            // The points that yaw and eye distance are measured by.
            angle = i == 234 ? -Math.PI / 2 : i == 454 ? Math.PI / 2 : i == 33 ? -0.8 : i == 263 ? 0.8 : angle;
            double x = 100 * Math.sin(angle);
            double z = deep ? -100 * Math.cos(angle) : 0;
            points[3 * i] = (float) (300 + x * Math.cos(turn) - z * Math.sin(turn));
            points[3 * i + 1] = (float) (240 + (i == 33 || i == 263 ? 0 : y));
            points[3 * i + 2] = (float) (x * Math.sin(turn) + z * Math.cos(turn));
        }
        return points;
    }

    private static Observation.OneFace scaled(Observation.OneFace face, float factor) {
        float[] points = face.mesh().points().clone();
        for (int i = 0; i < points.length; i++) {
            points[i] *= factor;
        }
        return new Observation.OneFace(new FaceMesh(points), 120, face.embedding());
    }
}
