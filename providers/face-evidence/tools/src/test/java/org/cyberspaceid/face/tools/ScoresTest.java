package org.cyberspaceid.face.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against rates that are counted by hand, or known of two normal distributions. */
class ScoresTest {
    @Test
    void ratesAreCounted() {
        Scores scores = new Scores(new double[] {.4, .6, .8, .9}, new double[] {.1, .2, .3, .5});
        assertThat(scores.falseMatchRate(.5)).isEqualTo(.25);
        assertThat(scores.falseMatchRate(.51)).isZero();
        assertThat(scores.falseNonMatchRate(.4)).isZero();
        assertThat(scores.falseNonMatchRate(.41)).isEqualTo(.25);
        assertThat(scores.equalError().rate()).isEqualTo(.25);
        assertThat(scores.equalError().threshold()).isBetween(.4, .5);
    }

    @Test
    void peopleWhoAreToldApartHaveNoError() {
        Scores scores = new Scores(new double[] {.8, .9}, new double[] {.1, .2, .3});
        assertThat(scores.equalError().rate()).isZero();
        assertThat(scores.equalError().threshold()).isBetween(.3, .8);
    }

    @Test
    void aRateThatTheCountCannotShowIsNotStated() {
        double[] genuine = {.9};
        double[] impostor = IntStream.range(0, 999).mapToDouble(i -> i / 1e4).toArray();
        assertThat(new Scores(genuine, impostor).thresholdFor(1e-3)).isEmpty();
        double[] oneMore = DoubleStream.concat(Arrays.stream(impostor), DoubleStream.of(.0999))
                .toArray();
        assertThat(new Scores(genuine, oneMore).thresholdFor(1e-3)).isPresent();
        assertThat(new Scores(genuine, oneMore).thresholdFor(1e-4)).isEmpty();
    }

    @Test
    void atTheThresholdOfARateNoMoreMatchAndALowerOneWouldLetMoreMatch() {
        double[] impostor = normal(20_000, 0, 1);
        Scores scores = new Scores(normal(20_000, 3, 2), impostor);
        for (double rate : new double[] {1e-2, 1e-3, 1e-4}) {
            double threshold = scores.thresholdFor(rate).orElseThrow();
            assertThat(scores.falseMatchRate(threshold)).isLessThanOrEqualTo(rate + 1e-12);
            assertThat(scores.falseMatchRate(Math.nextDown(threshold))).isGreaterThan(rate);
        }
    }

    @Test
    void tiesAreKeptOutTogether() {
        double[] impostor = new double[100];
        Arrays.fill(impostor, 95, 100, .5);
        Scores scores = new Scores(new double[] {.5, .6}, impostor);
        double threshold = scores.thresholdFor(1e-2).orElseThrow();
        assertThat(scores.falseMatchRate(threshold)).isZero();
        assertThat(scores.falseNonMatchRate(threshold)).isEqualTo(.5);
    }

    /** N(3, 1) against N(0, 1): equal errors at 1.5, each Φ(−1.5) = 6.68 %. */
    @Test
    void ofTwoNormalDistributionsItIsTheKnownRate() {
        Scores scores = new Scores(normal(40_000, 3, 4), normal(40_000, 0, 3));
        assertThat(scores.equalError().rate()).isCloseTo(.0668, within(.003));
        assertThat(scores.equalError().threshold()).isCloseTo(1.5, within(.05));
    }

    @Test
    void anIntervalIsWilsons() {
        Interval none = Interval.of(0, 100);
        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(.0370, within(1e-4));
        assertThat(Interval.of(.5, 100).low()).isCloseTo(.4038, within(1e-4));
    }

    private static double[] normal(int count, double mean, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, count)
                .mapToDouble(i -> mean + random.nextGaussian())
                .sorted()
                .toArray();
    }
}
