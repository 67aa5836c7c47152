package org.cyberspaceid.core.face;

import java.time.Duration;
import org.cyberspaceid.core.outcome.Problem;

/**
 * The face worker as Keycloak sees it: images go in, templates and verdicts come out. The worker keeps nothing; the state of a
 * challenge travels as opaque bytes that the caller stores (sealed) and hands back once.
 */
public interface FaceService {

    /**
     * Makes a template of the portrait of a document.
     *
     * @param portrait JPEG, PNG or JPEG 2000, untrusted
     */
    TemplateResult embedPortrait(byte[] portrait);

    /**
     * Begins a live challenge (a random sequence of head turns) against the person of the reference: a document's portrait, or a template
     * that was kept by consent. One of a model that the worker does not run is answered {@link Problem#FACE_TEMPLATE_OUTDATED}: templates
     * of two models cannot be compared.
     */
    ChallengeStep beginChallenge(FaceTemplate reference);

    /**
     * Judges the next camera frame.
     *
     * @param state the bytes of the step before; each may be used once, which the caller ensures
     * @param frame a JPEG, untrusted
     */
    ChallengeStep judgeFrame(byte[] state, byte[] frame);

    /** What came of a portrait. */
    sealed interface TemplateResult {
        record Made(FaceTemplate template) implements TemplateResult {}

        record Refused(Problem problem) implements TemplateResult {}

        record Unavailable(Duration retryAfter) implements TemplateResult {}
    }

    /** What came of a step of the challenge. */
    sealed interface ChallengeStep {

        /**
         * Go on.
         *
         * @param state for the next call
         * @param prompt what the person is asked to do now
         * @param done steps done
         * @param of steps in all
         * @param hint why the last frame did not advance, or {@link Hint#NONE}
         */
        record Continue(byte[] state, Prompt prompt, int done, int of, Hint hint) implements ChallengeStep {}

        /**
         * A live face that matches the reference.
         *
         * @param similarity cosine, mean over the frontal frames
         * @param live the mean of the frontal frames, by the worker's model
         */
        record Passed(double similarity, FaceTemplate live) implements ChallengeStep {}

        /** This attempt ended. */
        record Failed(Problem problem) implements ChallengeStep {}

        /** The worker is away or busy; the state handed in stays good. */
        record Unavailable(Duration retryAfter) implements ChallengeStep {}
    }

    /** The prompt, as the page's {@code data-prompt}. Directions are the person's own, as in a mirror. */
    enum Prompt {
        CENTER,
        LEFT,
        RIGHT,
        DONE
    }

    /** What the person can do better; message key {@code face.hint.<name>}. */
    enum Hint {
        NONE,
        NO_FACE,
        ONE_PERSON_ONLY,
        COME_CLOSER,
        MORE_LIGHT,
        LESS_LIGHT,
        BLURRED,
        UNCOVER_FACE,
        HEAD_UPRIGHT,
        HOLD_STILL,
        LOOK_STRAIGHT,
        TURN_FURTHER
    }
}
