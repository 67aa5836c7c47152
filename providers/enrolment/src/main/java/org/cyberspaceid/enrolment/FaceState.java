package org.cyberspaceid.enrolment;

import org.cyberspaceid.core.face.FaceTemplate;
import org.cyberspaceid.core.outcome.Problem;

/**
 * The live face check against one reading's portrait.
 *
 * @param model the model of the reference template
 * @param embedding the reference template; {@code null} once the check has passed
 * @param attempts attempts begun
 * @param challenge the worker's opaque state; {@code null} between attempts
 * @param prompt what the person was last asked to do
 * @param done steps done
 * @param of steps in all
 * @param failure why the last attempt ended; {@code null} while one runs or none has ended
 */
record FaceState(
        String model,
        float[] embedding,
        int attempts,
        byte[] challenge,
        String prompt,
        int done,
        int of,
        Problem failure,
        boolean passed) {

    /** Attempts per reading ({@code face.md}). */
    static final int ATTEMPTS = 3;

    static FaceState against(FaceTemplate reference) {
        return new FaceState(reference.model(), reference.embedding(), 0, null, null, 0, 0, null, false);
    }

    FaceTemplate reference() {
        return new FaceTemplate(model, embedding);
    }

    FaceState attemptBegun() {
        return new FaceState(model, embedding, attempts + 1, null, null, 0, 0, null, false);
    }

    FaceState asked(byte[] next, String what, int stepsDone, int steps) {
        return new FaceState(model, embedding, attempts, next, what, stepsDone, steps, null, false);
    }

    FaceState ended(Problem why) {
        return new FaceState(model, embedding, attempts, null, null, 0, 0, why, false);
    }

    /** Ready for the next attempt. */
    FaceState again() {
        return ended(null);
    }

    /** A match: the template has served and goes. */
    FaceState matched() {
        return new FaceState(model, null, attempts, null, "done", of, of, null, true);
    }

    boolean running() {
        return challenge != null;
    }

    int attemptsLeft() {
        return Math.max(0, ATTEMPTS - attempts);
    }

    @Override
    public String toString() {
        return "FaceState[" + attempts + " attempts]";
    }
}
