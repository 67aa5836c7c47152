package org.cyberspaceid.face.engine.challenge;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cyberspaceid.core.face.FaceService.Hint;
import org.cyberspaceid.core.face.FaceService.Prompt;

/**
 * Where a challenge stands. Steps alternate: look straight, turn, look straight, turn …
 *
 * @param turns the turns asked for, in order
 * @param step steps done
 * @param deadline of the current step
 * @param reference the embedding of the document's portrait
 */
public record ChallengeState(
        List<Prompt> turns, int step, Instant deadline, float[] reference, Frontal frontal, Progress progress) {

    /** How many steps there are. */
    public int steps() {
        return 2 * turns.size();
    }

    /** What the person is asked to do now. */
    public Prompt prompt() {
        return isTurn() ? turns.get(step / 2) : Prompt.CENTER;
    }

    /** Why the last frame did not advance. */
    public Hint hint() {
        return progress.hint();
    }

    boolean isTurn() {
        return step % 2 == 1;
    }

    ChallengeState advanced(Instant now, Duration time) {
        return new ChallengeState(turns, step + 1, now.plus(time), reference, frontal, Progress.NONE);
    }

    ChallengeState with(Progress newProgress) {
        return new ChallengeState(turns, step, deadline, reference, frontal, newProgress);
    }

    ChallengeState with(Frontal newFrontal) {
        return new ChallengeState(turns, step, deadline, reference, newFrontal, progress);
    }
}
