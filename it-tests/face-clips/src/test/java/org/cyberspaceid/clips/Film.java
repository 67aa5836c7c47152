package org.cyberspaceid.clips;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cyberspaceid.core.face.FaceService.Prompt;
import org.cyberspaceid.face.engine.EngineFaceService;
import org.cyberspaceid.face.engine.FaceObserver;
import org.cyberspaceid.face.engine.challenge.Observation;
import org.cyberspaceid.face.engine.image.UntrustedImages;

/**
 * One person before a camera that takes a frame every 100 ms, as the engine sees it. A head moves 5° from frame to frame, so that a
 * person has only thirteen different frames: the engine looks at each once, and films of them cost nothing.
 */
final class Film {
    private static final int FARTHEST = 30;
    private static final int DEGREES_A_FRAME = 5;
    /** Frames from a new prompt to the first movement: 400 ms. */
    private static final int REACTION = 4;

    private static final Map<String, Observation> SEEN = new ConcurrentHashMap<>();
    private final List<Integer> yaws = new ArrayList<>();
    private final FaceObserver observer;
    private final Portrait portrait;
    private final float[] reference;
    private final List<Prompt> heard = new ArrayList<>();

    Film(FaceObserver observer, Portrait portrait) {
        this.observer = observer;
        this.portrait = portrait;
        this.reference =
                ((Observation.OneFace) observe(portrait.jpeg())).embedding().get();
    }

    /** The embedding of the portrait. */
    float[] reference() {
        return reference.clone();
    }

    int length() {
        return yaws.size();
    }

    /** The frame after so many, the film being a loop. */
    Observation frame(int at) {
        int yaw = yaws.get(at % yaws.size());
        return SEEN.computeIfAbsent(portrait.id() + yaw, key -> observe(TurnRenderer.frame(portrait, yaw)));
    }

    /** Takes one more frame of the person, who does what the prompt says as soon as it has sunk in. */
    Observation take(Prompt prompt) {
        heard.add(prompt);
        int target = heard.size() <= REACTION ? 0 : target(heard.get(heard.size() - 1 - REACTION));
        int yaw = yaws.isEmpty() ? 0 : yaws.get(yaws.size() - 1);
        yaws.add(yaw + DEGREES_A_FRAME * Integer.signum(target - yaw));
        return frame(yaws.size() - 1);
    }

    /** The head swings from one side to the other without end: each pose comes round every 2.4 seconds. */
    Film sweep() {
        for (int target : new int[] {FARTHEST, -FARTHEST, 0}) {
            int yaw = yaws.isEmpty() ? 0 : yaws.get(yaws.size() - 1);
            for (int step = Integer.signum(target - yaw) * DEGREES_A_FRAME; yaw != target; yaw += step) {
                yaws.add(yaw + step);
            }
        }
        return this;
    }

    private static int target(Prompt prompt) {
        return switch (prompt) {
            case LEFT -> FARTHEST;
            case RIGHT -> -FARTHEST;
            case CENTER, DONE -> 0;
        };
    }

    private Observation observe(byte[] jpeg) {
        Observation observation = observer.observe(UntrustedImages.decode(jpeg, EngineFaceService.MAX_PORTRAIT_BYTES)
                .orElseThrow());
        if (observation instanceof Observation.OneFace face) {
            float[] embedding = face.embedding().get();
            return new Observation.OneFace(face.mesh(), face.brightness(), () -> embedding);
        }
        return observation;
    }
}
