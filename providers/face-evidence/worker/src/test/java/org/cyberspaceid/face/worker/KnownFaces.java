package org.cyberspaceid.face.worker;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.clips.TurnRenderer;
import org.cyberspaceid.core.face.FaceService;
import org.cyberspaceid.core.face.FaceService.Prompt;
import org.cyberspaceid.core.face.FaceService.TemplateResult;
import org.cyberspaceid.face.engine.EngineFaceService;
import org.cyberspaceid.face.engine.FaceEngine;
import org.cyberspaceid.face.engine.Vectors;
import org.cyberspaceid.face.engine.challenge.ChallengeStates;
import org.cyberspaceid.face.engine.challenge.Thresholds;

/** Pictures and what the engine says of each when it is asked alone, in this process. */
final class KnownFaces {
    private static final double SAME = 1e-5;
    private static final double[] YAWS = {-6, -3, 3, 6};
    private static final double TURN = 28;

    private final List<byte[]> pictures = new ArrayList<>();
    private final List<float[]> templates = new ArrayList<>();
    private final List<Map<Prompt, byte[]>> frames = new ArrayList<>();
    private final List<Double> similarities = new ArrayList<>();
    private final int people = Portraits.all().size();

    KnownFaces() {
        try (FaceEngine engine = new FaceEngine(1)) {
            FaceService faces =
                    new EngineFaceService(engine, Thresholds.DEFAULT, java.time.Clock.systemUTC(), new Random(1));
            Portraits.all().forEach(portrait -> add(faces, portrait.jpeg()));
            for (Portrait portrait : Portraits.all()) {
                Map<Prompt, byte[]> turns = new EnumMap<>(Prompt.class);
                turns.put(Prompt.CENTER, TurnRenderer.frame(portrait, 0));
                turns.put(Prompt.LEFT, TurnRenderer.frame(portrait, TURN));
                turns.put(Prompt.RIGHT, TurnRenderer.frame(portrait, -TURN));
                similarities.add(
                        Vectors.cosine(templates.get(frames.size()), template(faces, turns.get(Prompt.CENTER))));
                frames.add(turns);
                for (double yaw : YAWS) {
                    add(faces, TurnRenderer.frame(portrait, yaw));
                }
            }
        }
    }

    private void add(FaceService faces, byte[] picture) {
        pictures.add(picture);
        templates.add(template(faces, picture));
    }

    private static float[] template(FaceService faces, byte[] picture) {
        return ((TemplateResult.Made) faces.embedPortrait(picture)).template().embedding();
    }

    int people() {
        return people;
    }

    /** The first are the people's portraits. */
    int pictures() {
        return pictures.size();
    }

    byte[] picture(int number) {
        return pictures.get(number);
    }

    float[] reference(int person) {
        return templates.get(person);
    }

    byte[] frame(int person, Prompt prompt) {
        return frames.get(person).get(prompt);
    }

    boolean isTemplateOf(int picture, float[] embedding) {
        return farthest(templates.get(picture), embedding) < SAME;
    }

    boolean isStateOf(int person, byte[] state) {
        return farthest(templates.get(person), ChallengeStates.read(state).reference()) < SAME;
    }

    boolean isSimilarityOf(int person, double similarity) {
        return Math.abs(similarities.get(person) - similarity) < SAME;
    }

    /** How unlike the two templates are that are most alike: far more than {@link #SAME}, or no answer could be told from another. */
    double leastDifference() {
        double least = Double.MAX_VALUE;
        for (int a = 0; a < templates.size(); a++) {
            for (int b = 0; b < a; b++) {
                least = Math.min(least, farthest(templates.get(a), templates.get(b)));
            }
        }
        return least;
    }

    private static double farthest(float[] a, float[] b) {
        double farthest = 0;
        for (int i = 0; i < a.length; i++) {
            farthest = Math.max(farthest, Math.abs(a[i] - b[i]));
        }
        return farthest;
    }
}
