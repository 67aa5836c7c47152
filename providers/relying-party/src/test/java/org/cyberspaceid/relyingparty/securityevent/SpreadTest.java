package org.cyberspaceid.relyingparty.securityevent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpreadTest {
    private static final long NOW = 1_700_000_000;

    private final Spread spread = new Spread(new Random(7)::nextLong);

    @Test
    void noTwoIspsAreToldInTheSameSecond() {
        List<Long> seconds = spread.seconds(40, NOW);
        assertThat(seconds)
                .hasSize(40)
                .doesNotHaveDuplicates()
                .allSatisfy(s -> assertThat(s).isBetween(NOW, NOW + 159));
        assertThat(seconds)
                .as("no order of the ISPs shows")
                .isNotEqualTo(seconds.stream().sorted().toList());
    }

    @Test
    void oneIspIsToldWithinTwoMinutes() {
        assertThat(spread.seconds(1, NOW))
                .singleElement()
                .satisfies(s -> assertThat(s).isBetween(NOW, NOW + 119));
        assertThat(spread.seconds(0, NOW)).isEmpty();
    }
}
