package org.cyberspaceid.face.engine.challenge;

import org.cyberspaceid.core.outcome.Problem;

/** What came of a frame. */
public sealed interface Outcome {

    /** Go on from this state. */
    record GoOn(ChallengeState state) implements Outcome {}

    /**
     * Live, and the person of the reference.
     *
     * @param live the mean embedding of the frontal frames, a unit vector
     */
    record Passed(double similarity, float[] live) implements Outcome {}

    /** The attempt is over. */
    record Failed(Problem problem) implements Outcome {}
}
