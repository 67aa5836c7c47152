package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.sandbox.citizen.Browser;
import org.cyberspaceid.sandbox.citizen.PageView;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.junit.jupiter.api.Test;

/**
 * What the time of an answer tells of a number: a wrong password for one that is registered against one that nobody has, alternately first
 * and second. No test of the build, since a busy machine decides it; {@code it-tests/bench/run numbers} runs it.
 */
class NumberOracleBench {
    private static final int WARM_UP = 300;

    /** The fifth wrong password is the last that is compared. */
    private static final int BEFORE_A_LOCK = 4;

    private static final int PAIRS = Integer.getInteger("bench.pairs", 5000);

    private final World world = World.get();

    @Test
    void howLongAWrongPasswordTakes() {
        VirtualCitizen citizen = world.citizen(Portraits.all().get(5));
        citizen.enrol(world.button(0));
        String registered = world.mobileOf(citizen);
        Browser browser = new Browser("en");
        double[] known = new double[PAIRS];
        double[] unknown = new double[PAIRS];
        int knownSlower = 0;
        String stranger = "";
        for (int i = -WARM_UP; i < PAIRS; i++) {
            if (i % BEFORE_A_LOCK == 0) {
                world.sql("truncate cid_attempt"); // deleted rows would stay in the way
                stranger = world.freshMobile();
            }
            boolean knownFirst = i % 2 == 0;
            double first = milliseconds(browser, knownFirst ? registered : stranger);
            double second = milliseconds(browser, knownFirst ? stranger : registered);
            if (i >= 0) {
                known[i] = knownFirst ? first : second;
                unknown[i] = knownFirst ? second : first;
                knownSlower += known[i] > unknown[i] ? 1 : 0;
            }
        }
        System.out.printf(
                "wrong passwords, %d each: registered p50 %.3f ms, p90 %.3f ms; unknown p50 %.3f ms, p90 %.3f ms; |difference of"
                        + " medians| %.3f ms; the former slower in %.1f %% of the pairs%n",
                PAIRS,
                quantile(known, 0.5),
                quantile(known, 0.9),
                quantile(unknown, 0.5),
                quantile(unknown, 0.9),
                Math.abs(quantile(known, 0.5) - quantile(unknown, 0.5)),
                100.0 * knownSlower / PAIRS);
    }

    private double milliseconds(Browser browser, String mobile) {
        PageView login = browser.get(world.button(0));
        long start = System.nanoTime();
        PageView answer = AtOnce.submit(browser, login, Map.of("username", mobile, "password", "40718264"));
        double took = (System.nanoTime() - start) / 1e6;
        assertThat(answer.problem()).contains(Problem.CREDENTIALS_INVALID.code());
        return took;
    }

    private static double quantile(double[] times, double quantile) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[(int) (quantile * (sorted.length - 1))];
    }
}
