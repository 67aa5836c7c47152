package org.cyberspaceid.clips;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.cyberspaceid.core.face.FaceService;
import org.cyberspaceid.core.face.FaceService.ChallengeStep;
import org.cyberspaceid.core.face.FaceService.Prompt;
import org.cyberspaceid.core.face.FaceTemplate;

/** Stands before the camera: shows a frame for each prompt until the challenge ends, one every 800 ms. */
final class Actor {
    private static final Duration BETWEEN_FRAMES = Duration.ofMillis(800);
    private static final int MOST_FRAMES = 1_000;
    private static final Map<String, byte[]> FRAMES = new ConcurrentHashMap<>();

    private final FaceService faces;
    private final SettableClock clock;

    Actor(FaceService faces, SettableClock clock) {
        this.faces = faces;
        this.clock = clock;
    }

    /**
     * Plays a challenge.
     *
     * @param script the frame for a step and for how many frames its prompt has stood
     */
    ChallengeStep play(FaceTemplate reference, BiFunction<ChallengeStep.Continue, Integer, byte[]> script) {
        ChallengeStep step = faces.beginChallenge(reference);
        int done = -1;
        int shown = 0;
        for (int i = 0; i < MOST_FRAMES && step instanceof ChallengeStep.Continue current; i++) {
            shown = current.done() == done ? shown + 1 : 0;
            done = current.done();
            clock.advance(BETWEEN_FRAMES);
            step = faces.judgeFrame(current.state(), script.apply(current, shown));
        }
        return step;
    }

    /** Does what the prompt says, as a person would: the head turns 10° from frame to frame, up to 30°. */
    static byte[] obedient(Portrait portrait, Prompt prompt, int shown) {
        double far = Math.min(30, 10.0 * shown);
        return switch (prompt) {
            case LEFT -> frame(portrait, far);
            case RIGHT -> frame(portrait, -far);
            case CENTER, DONE -> frame(portrait, 0);
        };
    }

    static byte[] frame(Portrait portrait, double yaw) {
        return FRAMES.computeIfAbsent(portrait.id() + yaw, key -> TurnRenderer.frame(portrait, yaw));
    }
}
