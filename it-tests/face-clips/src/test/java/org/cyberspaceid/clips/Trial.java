package org.cyberspaceid.clips;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.cyberspaceid.core.face.FaceService.Prompt;
import org.cyberspaceid.face.engine.EngineFaceService;
import org.cyberspaceid.face.engine.FaceObserver;
import org.cyberspaceid.face.engine.Vectors;
import org.cyberspaceid.face.engine.challenge.ChallengeState;
import org.cyberspaceid.face.engine.challenge.Challenges;
import org.cyberspaceid.face.engine.challenge.Observation;
import org.cyberspaceid.face.engine.challenge.Outcome;
import org.cyberspaceid.face.engine.challenge.Thresholds;
import org.cyberspaceid.face.engine.image.UntrustedImages;

/** Plays one challenge by a script, a frame every 400 ms. The real networks look at every picture, once; the rules judge all. */
final class Trial {
    private static final Duration BETWEEN_FRAMES = Duration.ofMillis(400);
    private static final Map<String, Observation> SEEN = new ConcurrentHashMap<>();

    private final FaceObserver observer;
    private final SettableClock clock = new SettableClock();
    private final Challenges challenges;

    Trial(FaceObserver observer, long seed) {
        this.observer = observer;
        this.challenges = new Challenges(Thresholds.DEFAULT, clock, new Random(seed));
    }

    /** What is before the camera for a prompt that has stood for so many frames. */
    interface Script {
        Shot shot(Prompt prompt, int shown, ChallengeState state);
    }

    /** A picture and its name. */
    record Shot(String name, Supplier<byte[]> jpeg) {}

    /** Ends, for every step has a deadline. */
    Outcome play(Portrait reference, Script script) {
        Outcome outcome = new Outcome.GoOn(challenges.begin(template(reference)));
        int step = -1;
        int shown = 0;
        while (outcome instanceof Outcome.GoOn going) {
            ChallengeState state = going.state();
            shown = state.step() == step ? shown + 1 : 0;
            step = state.step();
            clock.advance(BETWEEN_FRAMES);
            outcome = challenges.judge(state, observe(script.shot(state.prompt(), shown, state)));
        }
        return outcome;
    }

    SettableClock clock() {
        return clock;
    }

    Outcome judge(ChallengeState state, Shot shot) {
        return challenges.judge(state, observe(shot));
    }

    /** How alike the people of two pictures are, a cosine. */
    double similarity(Shot one, Shot other) {
        return Vectors.cosine(
                ((Observation.OneFace) observe(one)).embedding().get(),
                ((Observation.OneFace) observe(other)).embedding().get());
    }

    private float[] template(Portrait portrait) {
        return ((Observation.OneFace) observe(new Shot("portrait " + portrait, portrait::jpeg)))
                .embedding()
                .get()
                .clone();
    }

    private Observation observe(Shot shot) {
        return SEEN.computeIfAbsent(
                shot.name(),
                name -> remembered(
                        observer.observe(UntrustedImages.decode(shot.jpeg().get(), EngineFaceService.MAX_PORTRAIT_BYTES)
                                .orElseThrow())));
    }

    /** The embedding is made when first asked for, and kept. */
    private static Observation remembered(Observation observation) {
        if (observation instanceof Observation.OneFace face) {
            float[][] kept = new float[1][];
            return new Observation.OneFace(face.mesh(), face.brightness(), () -> {
                if (kept[0] == null) {
                    kept[0] = face.embedding().get();
                }
                return kept[0];
            });
        }
        return observation;
    }
}
