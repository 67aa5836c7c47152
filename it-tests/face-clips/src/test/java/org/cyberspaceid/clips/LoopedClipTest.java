package org.cyberspaceid.clips;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.cyberspaceid.face.engine.FaceEngine;
import org.cyberspaceid.face.engine.FaceObserver;
import org.cyberspaceid.face.engine.challenge.Challenges;
import org.cyberspaceid.face.engine.challenge.Outcome;
import org.cyberspaceid.face.engine.challenge.Thresholds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The attack with a camera file: a film of the right person, played in a loop before challenge after challenge. No film that does
 * not know the prompts can do better than one in fourteen, for a turn that fits one prompt is the wrong way for the other (ADR 6).
 */
class LoopedClipTest {
    private static final int RUNS = 200;

    /**
     * If a loop passes with p = 1/14 at most, its passes X of 200 are at most binomial with mean 14.3, so P(X &gt; 30) &lt; 4.1e-5:
     * X is 30 or less with more than 99.99 %. Each count has its fixed seed besides, so that it does not vary from run to run.
     */
    private static final int MOST_PASSES = 30;

    private static final Duration BETWEEN_FRAMES = Duration.ofMillis(100);
    private static final FaceEngine ENGINE = new FaceEngine(1);

    private final SettableClock clock = new SettableClock();

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    static List<Portrait> portraits() {
        return Portraits.all();
    }

    /** Now and then the turns drawn are the recorded ones: with no pass at all (P = 3.7e-7) this would not be the attack. */
    @ParameterizedTest
    @MethodSource("portraits")
    void aRecordedChallengePassesNoMoreOftenThanItsTurnsAreDrawn(Portrait portrait) {
        assertThat(passes("recorded", portrait, recorded(portrait))).isBetween(1, MOST_PASSES);
    }

    @ParameterizedTest
    @MethodSource("portraits")
    void aSweepFromSideToSidePassesNoMoreOften(Portrait portrait) {
        assertThat(passes("sweep", portrait, film(portrait).sweep())).isLessThanOrEqualTo(MOST_PASSES);
    }

    private int passes(String attack, Portrait portrait, Film film) {
        RandomGenerator random = random(attack, portrait);
        Challenges challenges = challenges(random);
        Map<String, Integer> ends = new TreeMap<>();
        for (int run = 0; run < RUNS; run++) {
            ends.merge(name(loop(challenges, film, random.nextInt(film.length()))), 1, Integer::sum);
        }
        System.out.printf("%d loops of a %s film of %s: %s%n", RUNS, attack, portrait, ends);
        return ends.getOrDefault("PASSED", 0);
    }

    /** A film of the person passing a challenge. */
    private Film recorded(Portrait portrait) {
        Film film = film(portrait);
        Challenges challenges = challenges(random("recording", portrait));
        Outcome outcome = new Outcome.GoOn(challenges.begin(film.reference()));
        while (outcome instanceof Outcome.GoOn going) {
            clock.advance(BETWEEN_FRAMES);
            outcome = challenges.judge(going.state(), film.take(going.state().prompt()));
        }
        assertThat(outcome).isInstanceOf(Outcome.Passed.class);
        return film;
    }

    /** Ends, for every step has a deadline. */
    private Outcome loop(Challenges challenges, Film film, int phase) {
        Outcome outcome = new Outcome.GoOn(challenges.begin(film.reference()));
        for (int at = phase; outcome instanceof Outcome.GoOn going; at++) {
            clock.advance(BETWEEN_FRAMES);
            outcome = challenges.judge(going.state(), film.frame(at));
        }
        return outcome;
    }

    private Challenges challenges(RandomGenerator random) {
        return new Challenges(Thresholds.DEFAULT, clock, random);
    }

    private static RandomGenerator random(String what, Portrait portrait) {
        return new SplittableRandom((what + " " + portrait).hashCode());
    }

    private static Film film(Portrait portrait) {
        return new Film(new FaceObserver(ENGINE), portrait);
    }

    private static String name(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed ? failed.problem().name() : "PASSED";
    }
}
