package org.cyberspaceid.liveface;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.cyberspaceid.core.face.FaceTemplate;
import org.cyberspaceid.core.outcome.Problem;

/**
 * A live face check against one reference: a document's portrait, or the template that a person lets us keep.
 *
 * @param model the model of the reference template
 * @param embedding the reference template; once the check has passed the live face's, if the person wants it kept, else {@code null}
 * @param attempts attempts begun
 * @param challenge the worker's opaque state; {@code null} between attempts
 * @param prompt what the person was last asked to do
 * @param done steps done
 * @param of steps in all
 * @param failure why the last attempt ended; {@code null} while one runs or none has ended
 * @param interrupted whether the face service was away during the current step
 */
public record FaceState(
        String model,
        float[] embedding,
        int attempts,
        byte[] challenge,
        String prompt,
        int done,
        int of,
        Problem failure,
        boolean passed,
        boolean interrupted) {

    /** Attempts per reference ({@code face.md}). */
    public static final int ATTEMPTS = 3;

    /** What the face service calls a step that was not done in time, by what it saw last. */
    private static final Set<Problem> LATE = EnumSet.of(
            Problem.FACE_TOO_SLOW,
            Problem.FACE_NOT_LIVE,
            Problem.FACE_NONE,
            Problem.FACE_SEVERAL,
            Problem.FACE_TOO_SMALL);

    public static FaceState against(FaceTemplate reference) {
        return new FaceState(reference.model(), reference.embedding(), 0, null, null, 0, 0, null, false, false);
    }

    public FaceTemplate reference() {
        return new FaceTemplate(model, embedding);
    }

    public FaceState attemptBegun() {
        return new FaceState(model, embedding, attempts + 1, null, null, 0, 0, null, false, false);
    }

    FaceState asked(byte[] next, String what, int stepsDone, int steps) {
        boolean sameStep = running() && stepsDone == done;
        return new FaceState(
                model, embedding, attempts, next, what, stepsDone, steps, null, false, interrupted && sameStep);
    }

    public FaceState ended(Problem why) {
        return new FaceState(model, embedding, attempts, null, null, 0, 0, why, false, false);
    }

    /** The service is away: if the step's time passes meanwhile, that is our fault. */
    FaceState interruptedByUs() {
        return new FaceState(model, embedding, attempts, challenge, prompt, done, of, failure, passed, true);
    }

    /**
     * The service's verdict. A step that was late because the service was away ends the attempt, but costs none of this reading's
     * attempts; those of the day stay counted, so that nobody gains tries by making the service busy.
     */
    FaceState failed(Problem why) {
        return interrupted && LATE.contains(why)
                ? new FaceState(
                        model,
                        embedding,
                        attempts - 1,
                        null,
                        null,
                        0,
                        0,
                        Problem.FACE_SERVICE_UNAVAILABLE,
                        false,
                        false)
                : ended(why);
    }

    /** Ready for the next attempt. */
    public FaceState again() {
        return ended(null);
    }

    /** A match: the template has served and goes. */
    public FaceState matched() {
        return new FaceState(model, null, attempts, null, "done", of, of, null, true, false);
    }

    /** After a match: the template of the live face, of the worker's model of today. */
    public FaceState keeping(FaceTemplate live) {
        return new FaceState(live.model(), live.embedding(), attempts, null, prompt, done, of, null, passed, false);
    }

    /** The template to keep, after a match and by the person's consent. */
    public Optional<FaceTemplate> kept() {
        return passed && embedding != null ? Optional.of(reference()) : Optional.empty();
    }

    boolean running() {
        return challenge != null;
    }

    public int attemptsLeft() {
        return Math.max(0, ATTEMPTS - attempts);
    }

    @Override
    public String toString() {
        return "FaceState[" + attempts + " attempts]";
    }
}
