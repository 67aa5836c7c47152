package org.cyberspaceid.face.engine.challenge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cyberspaceid.core.face.FaceService.Hint;
import org.cyberspaceid.core.face.FaceService.Prompt;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.face.engine.Planarity;
import org.cyberspaceid.face.engine.Vectors;

/**
 * The rules of the live challenge: three frontal frames that match the reference, then head turns in an order nobody could know,
 * each with the depth of a real head, by the same face, in time. Pure: state and frame in, outcome out.
 */
public final class LiveChallenge {
    private static final int FRONTAL_FRAMES = 3;
    /** From here on a turn has visibly begun, degrees. */
    private static final double TURN_BEGUN = 5;

    private final Thresholds thresholds;

    public LiveChallenge(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /** The first state: look straight. */
    public ChallengeState begin(float[] reference, List<Prompt> turns, Instant now) {
        return new ChallengeState(
                List.copyOf(turns),
                0,
                now.plus(thresholds.firstStep()),
                reference,
                Frontal.none(reference.length),
                Progress.NONE);
    }

    /** Judges one frame. */
    public Outcome judge(ChallengeState state, Observation observation, Instant now) {
        if (now.isAfter(state.deadline())) {
            return new Outcome.Failed(Lateness.problem(state, thresholds));
        }
        if (observation instanceof Observation.OneFace face) {
            return judge(state, face, now);
        }
        return unusable(state, observation instanceof Observation.NoFace ? Hint.NO_FACE : Hint.ONE_PERSON_ONLY);
    }

    private Outcome judge(ChallengeState state, Observation.OneFace face, Instant now) {
        if (face.mesh().eyeDistance() < thresholds.eyeDistance()) {
            return unusable(state, Hint.COME_CLOSER);
        }
        if (face.brightness() < thresholds.brightness()) {
            return unusable(state, Hint.MORE_LIGHT);
        }
        if (state.step() == 0) {
            return frontal(state, face, now);
        }
        return state.isTurn() ? turn(state, face, now) : backToStraight(state, face, now);
    }

    private Outcome frontal(ChallengeState state, Observation.OneFace face, Instant now) {
        if (Math.abs(face.mesh().yawDegrees()) > thresholds.frontalDegrees()) {
            return unusable(state, Hint.LOOK_STRAIGHT);
        }
        Optional<Hint> poor = face.poor().get();
        if (poor.isPresent()) {
            return unusable(state, poor.get());
        }
        float[] embedding = face.embedding().get();
        if (state.frontal().frames() > 0 && similarity(state, embedding) < thresholds.otherFace()) {
            return new Outcome.Failed(Problem.FACE_CHANGED);
        }
        ChallengeState more = state.with(state.frontal().plus(face, embedding)).with(Progress.NONE);
        return more.frontal().frames() < FRONTAL_FRAMES ? new Outcome.GoOn(more) : matched(more, now);
    }

    private Outcome matched(ChallengeState state, Instant now) {
        double similarity = similarity(state, state.reference());
        if (similarity < thresholds.undecided()) {
            return new Outcome.Failed(Problem.FACE_NOT_MATCHING);
        }
        if (similarity < thresholds.match()) {
            return new Outcome.Failed(Problem.FACE_UNDECIDED);
        }
        return advance(state.with(state.frontal().matched(similarity)), now);
    }

    private Outcome backToStraight(ChallengeState state, Observation.OneFace face, Instant now) {
        double turned = Math.abs(face.mesh().yawDegrees() - state.frontal().yaw());
        return turned > thresholds.frontalDegrees() * 2 / 3
                ? new Outcome.GoOn(state.with(state.progress().judged(0, Hint.LOOK_STRAIGHT)))
                : advanceIfSameFace(state, face, now);
    }

    private Outcome turn(ChallengeState state, Observation.OneFace face, Instant now) {
        double toTheLeft = face.mesh().yawDegrees() - state.frontal().yaw();
        double turned = state.prompt() == Prompt.LEFT ? toTheLeft : -toTheLeft;
        if (turned <= -thresholds.turnDegrees()) {
            return new Outcome.Failed(Problem.FACE_WRONG_DIRECTION);
        }
        double residual = Planarity.residual(state.frontal().points(), face.mesh());
        boolean isFar = turned >= thresholds.turnDegrees() && residual >= thresholds.planarity();
        Hint hint = turned > TURN_BEGUN && !isFar ? Hint.TURN_FURTHER : Hint.NONE;
        ChallengeState judged = state.with(state.progress().judged(residual, hint));
        return isFar ? advanceIfSameFace(judged, face, now) : new Outcome.GoOn(judged);
    }

    private Outcome advanceIfSameFace(ChallengeState state, Observation.OneFace face, Instant now) {
        double similarity = similarity(state, face.embedding().get());
        if (similarity < thresholds.otherFace()) {
            return new Outcome.Failed(Problem.FACE_CHANGED);
        }
        return similarity < thresholds.sameFace()
                ? new Outcome.GoOn(state.with(state.progress().unusable(Hint.HOLD_STILL)))
                : advance(state, now);
    }

    private Outcome advance(ChallengeState state, Instant now) {
        return state.step() + 1 == state.steps()
                ? new Outcome.Passed(
                        state.frontal().similarity(), state.frontal().embedding())
                : new Outcome.GoOn(state.advanced(now, thresholds.step()));
    }

    private static Outcome unusable(ChallengeState state, Hint hint) {
        return new Outcome.GoOn(state.with(state.progress().unusable(hint)));
    }

    private static double similarity(ChallengeState state, float[] embedding) {
        return Vectors.cosine(state.frontal().embeddingSum(), embedding);
    }
}
