package org.cyberspaceid.mobile.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendingLimitsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    @Test
    void theFirstMessageGoesAtOnce() {
        assertThat(SendingLimits.wait(List.of(), NOON)).isZero();
    }

    @Test
    void oneAMinute() {
        List<Instant> sent = List.of(NOON);
        assertThat(SendingLimits.wait(sent, NOON.plusSeconds(59))).isEqualTo(Duration.ofSeconds(1));
        assertThat(SendingLimits.wait(sent, NOON.plusSeconds(60))).isZero();
    }

    @Test
    void fiveAnHour() {
        List<Instant> sent = every(Duration.ofMinutes(2), 5);
        assertThat(SendingLimits.wait(sent, NOON.plus(Duration.ofMinutes(30)))).isEqualTo(Duration.ofMinutes(30));
        assertThat(SendingLimits.wait(sent, NOON.plus(Duration.ofMinutes(60)))).isZero();
    }

    @Test
    void tenADay() {
        List<Instant> sent = every(Duration.ofMinutes(15), 10);
        assertThat(SendingLimits.wait(sent, NOON.plus(Duration.ofHours(10)))).isEqualTo(Duration.ofHours(14));
        assertThat(SendingLimits.wait(sent, NOON.plus(Duration.ofHours(24)))).isZero();
    }

    @Test
    void remembersOnlyWhatStillCounts() {
        Instant nextDay = NOON.plus(Duration.ofHours(24));
        assertThat(SendingLimits.remember(List.of(NOON, NOON.plusSeconds(1)), nextDay))
                .containsExactly(NOON.plusSeconds(1), nextDay);
    }

    private static List<Instant> every(Duration step, int count) {
        List<Instant> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            times.add(NOON.plus(step.multipliedBy(i)));
        }
        return times;
    }
}
