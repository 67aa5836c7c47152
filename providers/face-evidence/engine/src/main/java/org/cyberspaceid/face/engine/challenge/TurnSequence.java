package org.cyberspaceid.face.engine.challenge;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.cyberspaceid.core.face.FaceService.Prompt;

/** Draws the turns of a challenge: four, both directions among them, so that one recording fits one challenge in fourteen. */
final class TurnSequence {
    private static final int TURNS = 4;

    private TurnSequence() {}

    static List<Prompt> draw(RandomGenerator random) {
        List<Prompt> turns = new ArrayList<>();
        do {
            turns.clear();
            for (int i = 0; i < TURNS; i++) {
                turns.add(random.nextBoolean() ? Prompt.LEFT : Prompt.RIGHT);
            }
        } while (!turns.contains(Prompt.LEFT) || !turns.contains(Prompt.RIGHT));
        return turns;
    }
}
