package org.cyberspaceid.face.engine;

import java.time.Duration;

/**
 * The port for a certified presentation attack detection service (ISO/IEC 30107-3). The live challenge asks it about every frame
 * that completes a step: it was found good by the challenge's own measures (direction, depth, same face, time) before. It can only
 * refuse: nobody passes by this port who does not pass the challenge.
 */
@FunctionalInterface
public interface AttackDetection {
    /** No service: the challenge's own measures decide alone. The default, <em>basic assurance</em>. */
    AttackDetection CHALLENGE_ALONE = frame -> new Answer.BonaFide();

    /**
     * Asks about a frame.
     *
     * @param frame a whole JPEG, as it came from the page
     */
    Answer judge(byte[] frame);

    /** What the service says, in the words of ISO/IEC 30107-3. */
    sealed interface Answer {
        /** A live person, as far as the service can tell. */
        record BonaFide() implements Answer {}

        /** A picture, a screen, a mask, an injected film. */
        record Attack() implements Answer {}

        /** No answer: the frame counts for nothing, and the step stays to be done. */
        record Unavailable(Duration retryAfter) implements Answer {}
    }
}
