package org.cyberspaceid.relyingparty.securityevent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackOffTest {
    private final BackOff shortest = new BackOff(below -> 0);
    private final BackOff longest = new BackOff(below -> below - 1);

    @Test
    void doublesFromAMinuteToHalfADay() {
        assertThat(IntStream.of(1, 2, 3, 10, 11, 12, 1000).mapToObj(shortest::after))
                .containsExactly(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(4),
                        Duration.ofMinutes(512),
                        Duration.ofHours(12),
                        Duration.ofHours(12),
                        Duration.ofHours(12));
    }

    @Test
    void isUpToAQuarterLongerByChance() {
        assertThat(longest.after(1)).isEqualTo(Duration.ofSeconds(75).minusMillis(1));
        assertThat(longest.after(1000)).isEqualTo(Duration.ofHours(15).minusMillis(1));
    }
}
