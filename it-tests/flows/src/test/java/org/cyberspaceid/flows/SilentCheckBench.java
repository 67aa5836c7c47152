package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.sandbox.citizen.Browser;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.junit.jupiter.api.Test;

/**
 * What an ISP learns from how long {@code prompt=none} takes: somebody signed in at another ISP against somebody who never had an ID,
 * each as at a first visit. No test of the build, since a busy machine decides it; {@code -Dit.test=SilentCheckBench} runs it, and {@code providers/docs/performance.md}
 * has the figures.
 */
class SilentCheckBench {
    private static final int WARM_UP = 300;
    private static final int PAIRS = 4000;

    private final World world = World.get();

    @Test
    void howLongASilentCheckTakes() {
        List<PlayedIsp> isps = PlayedIsps.two(world, "timed");
        VirtualCitizen citizen = world.citizen(Portraits.all().get(5));
        citizen.browser().stopBefore(isps.get(0).redirectUri());
        citizen.enrol(isps.get(0).signIn("openid", Map.of()));
        PlayedIsp curious = isps.get(1);
        Browser elsewhere = citizen.browser().stopBefore(curious.redirectUri());

        long[] known = new long[PAIRS];
        long[] stranger = new long[PAIRS];
        int knownSlower = 0;
        for (int i = -WARM_UP; i < PAIRS; i++) {
            Browser nobody = new Browser("en").stopBefore(curious.redirectUri());
            elsewhere.forgetEverythingBut("__Secure-CID_SESSION");
            boolean knownFirst = i % 2 == 0;
            long first = nanos(knownFirst ? elsewhere : nobody, curious);
            long second = nanos(knownFirst ? nobody : elsewhere, curious);
            if (i >= 0) {
                known[i] = knownFirst ? first : second;
                stranger[i] = knownFirst ? second : first;
                knownSlower += known[i] > stranger[i] ? 1 : 0;
            }
        }
        System.out.printf(
                "silent checks, %d pairs: signed in elsewhere p50 %.2f ms, p90 %.2f ms; a stranger p50 %.2f ms, p90"
                        + " %.2f ms; the former slower in %.1f %% of the pairs%n",
                PAIRS,
                milliseconds(known, 0.5),
                milliseconds(known, 0.9),
                milliseconds(stranger, 0.5),
                milliseconds(stranger, 0.9),
                100.0 * knownSlower / PAIRS);
        isps.forEach(PlayedIsp::close);
    }

    private static long nanos(Browser browser, PlayedIsp isp) {
        URI request = isp.signIn("openid", Map.of("prompt", "none"));
        long start = System.nanoTime();
        URI answer = browser.get(request).address();
        long took = System.nanoTime() - start;
        assertThat(PlayedIsp.parameters(answer)).containsEntry("error", "login_required");
        return took;
    }

    private static double milliseconds(long[] nanos, double quantile) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) (quantile * (sorted.length - 1))] / 1e6;
    }
}
