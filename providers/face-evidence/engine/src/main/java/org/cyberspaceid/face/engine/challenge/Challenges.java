package org.cyberspaceid.face.engine.challenge;

import java.time.Clock;
import java.util.random.RandomGenerator;

/** {@link LiveChallenge} with a clock and a source of chance. */
public final class Challenges {
    private final LiveChallenge rules;
    private final Clock clock;
    private final RandomGenerator random;

    /**
     * Challenges.
     *
     * @param random must be unpredictable in production
     */
    public Challenges(Thresholds thresholds, Clock clock, RandomGenerator random) {
        this.rules = new LiveChallenge(thresholds);
        this.clock = clock;
        this.random = random;
    }

    public ChallengeState begin(float[] reference) {
        return rules.begin(reference, TurnSequence.draw(random), clock.instant());
    }

    public Outcome judge(ChallengeState state, Observation observation) {
        return rules.judge(state, observation, clock.instant());
    }
}
