package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.sandbox.citizen.Browser;
import org.cyberspaceid.sandbox.citizen.PageView;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.junit.jupiter.api.Test;

/**
 * What a complete sign-in on a known device costs the server, from the ISP's request to its tokens, beside a password sign-in of Keycloak as
 * it comes: in one run, on one server and database, a batch of the one and a batch of the other in turn. CPU time of Keycloak's
 * process. No test of the build; {@code it-tests/bench/run sign-in} runs it.
 */
class SignInCostBench {

    /** Until the compiler of the virtual machine is quiet: at first it costs more than the sign-ins do, and more where there is more code. */
    private static final int WARM_UP_ROUNDS = Integer.getInteger("bench.warm-up", 120);

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 30);
    private static final int PER_ROUND = 50;
    private static final Pattern CPU = Pattern.compile("(?m)^process_cpu_time_ns_total(?:\\{.*})? (\\S+)$");

    private final World world = World.get();

    @Test
    void whatASignInCosts() {
        PlayedIsp ours = PlayedIsps.register(world, "costed", "localhost");
        VirtualCitizen citizen = world.citizenReading("en", Portraits.all().get(5));
        citizen.browser().stopBefore(ours.redirectUri());
        citizen.enrol(ours.signIn("openid", Map.of()));
        world.letSmsLimitsPass();
        world.remember(citizen);
        try (StockRealm realm = new StockRealm(world);
                PlayedIsp stock = realm.register("costed", "localhost")) {
            realm.addPerson("somebody");
            Browser browser = new Browser("en").stopBefore(stock.redirectUri());
            double[] oursCost = new double[ROUNDS];
            double[] stockCost = new double[ROUNDS];
            for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
                boolean oursFirst = round % 2 == 0;
                double first = oursFirst ? ours(citizen, ours) : stock(browser, stock);
                double second = oursFirst ? stock(browser, stock) : ours(citizen, ours);
                if (round >= 0) {
                    oursCost[round] = oursFirst ? first : second;
                    stockCost[round] = oursFirst ? second : first;
                }
            }
            System.out.printf(
                    "complete sign-ins, %d each: on a known device %.2f CPU-ms (median of batches %.2f), stock %.2f (%.2f); ratio %.3f"
                            + " (of medians %.3f)%n",
                    ROUNDS * PER_ROUND,
                    mean(oursCost),
                    median(oursCost),
                    mean(stockCost),
                    median(stockCost),
                    mean(oursCost) / mean(stockCost),
                    median(oursCost) / median(stockCost));
        }
        ours.close();
    }

    private double ours(VirtualCitizen citizen, PlayedIsp isp) {
        return cost(() -> {
            citizen.browser().forgetEverythingBut(World.DEVICE_COOKIE);
            citizen.open(isp.signIn("openid", Map.of()));
            URI back = citizen.typeCredentials().address();
            assertThat(isp.tokens(back).has("id_token")).isTrue();
        });
    }

    private double stock(Browser browser, PlayedIsp isp) {
        return cost(() -> {
            browser.forgetEverything();
            PageView login = browser.get(isp.signIn("openid", Map.of()));
            PageView back =
                    AtOnce.submit(browser, login, Map.of("username", "somebody", "password", StockRealm.PASSWORD));
            assertThat(isp.tokens(back.address()).has("id_token")).isTrue();
        });
    }

    /** Milliseconds of CPU time for each of a batch. */
    private double cost(Runnable signIn) {
        double before = cpuMilliseconds();
        for (int i = 0; i < PER_ROUND; i++) {
            signIn.run();
        }
        return (cpuMilliseconds() - before) / PER_ROUND;
    }

    private double cpuMilliseconds() {
        Matcher cpu = CPU.matcher(Management.metrics(world));
        assertThat(cpu.find()).as("the server's CPU time among its metrics").isTrue();
        return Double.parseDouble(cpu.group(1)) / 1e6;
    }

    private static double mean(double[] costs) {
        return Arrays.stream(costs).average().orElseThrow();
    }

    private static double median(double[] costs) {
        double[] sorted = costs.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
