package org.cyberspaceid.liveface;

import java.util.Optional;
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
        boolean passed) {

    /** Attempts per reference ({@code face.md}). */
    public static final int ATTEMPTS = 3;

    public static FaceState against(FaceTemplate reference) {
        return new FaceState(reference.model(), reference.embedding(), 0, null, null, 0, 0, null, false);
    }

    public FaceTemplate reference() {
        return new FaceTemplate(model, embedding);
    }

    public FaceState attemptBegun() {
        return new FaceState(model, embedding, attempts + 1, null, null, 0, 0, null, false);
    }

    FaceState asked(byte[] next, String what, int stepsDone, int steps) {
        return new FaceState(model, embedding, attempts, next, what, stepsDone, steps, null, false);
    }

    public FaceState ended(Problem why) {
        return new FaceState(model, embedding, attempts, null, null, 0, 0, why, false);
    }

    /** Ready for the next attempt. */
    public FaceState again() {
        return ended(null);
    }

    /** A match: the template has served and goes. */
    public FaceState matched() {
        return new FaceState(model, null, attempts, null, "done", of, of, null, true);
    }

    /** After a match: the template of the live face, of the worker's model of today. */
    public FaceState keeping(FaceTemplate live) {
        return new FaceState(live.model(), live.embedding(), attempts, null, prompt, done, of, null, passed);
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
