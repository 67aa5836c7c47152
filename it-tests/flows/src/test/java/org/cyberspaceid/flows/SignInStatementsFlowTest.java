package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.junit.jupiter.api.Test;

/** What a complete sign-in on a known device asks the database, counted: most of what it costs more than stock Keycloak's. */
class SignInStatementsFlowTest {
    private static final int SIGN_INS = 5;
    private static final int STATEMENTS = 22;
    private static final int COMMITS = 4;

    private final World world = World.get();
    private final StatementLog statements =
            new StatementLog(world.jdbcUrl(), world.logFolder().resolve("postgres.log"));

    @Test
    void aSignInOnAKnownDeviceAsksNothingTwice() {
        try (PlayedIsp isp = PlayedIsps.register(world, "counted", "localhost")) {
            VirtualCitizen citizen = world.citizen(Portraits.all().get(4));
            citizen.browser().stopBefore(isp.redirectUri());
            citizen.enrol(isp.signIn("openid", Map.of()));
            world.letSmsLimitsPass();
            world.remember(citizen);
            List<List<String>> asked = new ArrayList<>();
            for (int i = 0; i < SIGN_INS; i++) {
                asked.add(statements.of("", () -> signIn(citizen, isp)).stream()
                        .filter(line -> !line.matches(".*(alter system|pg_reload_conf).*"))
                        .toList());
            }
            // The server's regular work falls into some of them.
            List<String> least =
                    asked.stream().min(Comparator.comparingInt(List::size)).orElseThrow();
            long commits =
                    least.stream().filter(line -> line.endsWith("COMMIT")).count();
            System.out.println("a sign-in on a known device: " + least.size() + " statements, " + commits + " commits");
            assertThat(least).hasSizeLessThanOrEqualTo(STATEMENTS);
            assertThat(commits).isLessThanOrEqualTo(COMMITS);
        }
    }

    private static void signIn(VirtualCitizen citizen, PlayedIsp isp) {
        citizen.browser().forgetEverythingBut(World.DEVICE_COOKIE);
        citizen.open(isp.signIn("openid", Map.of()));
        assertThat(isp.tokens(citizen.typeCredentials().address()).has("id_token"))
                .isTrue();
    }
}
