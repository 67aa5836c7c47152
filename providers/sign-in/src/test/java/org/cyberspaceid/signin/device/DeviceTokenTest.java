package org.cyberspaceid.signin.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DeviceTokenTest {
    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

    @Test
    void isGoodForHalfAYear() {
        DeviceToken token = DeviceToken.fresh(NOW);
        assertThat(DeviceToken.read(token.bytes(), NOW)).hasValueSatisfying(read -> {
            assertThat(read.hash()).isEqualTo(token.hash());
            assertThat(read.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(180)));
        });
        Instant end = NOW.plus(Duration.ofDays(180));
        assertThat(DeviceToken.read(token.bytes(), end.minusSeconds(1))).isPresent();
        assertThat(DeviceToken.read(token.bytes(), end)).isEmpty();
    }

    @Test
    void isRandomBitsAndAnEndAndNothingElse() {
        byte[] bytes = DeviceToken.fresh(NOW).bytes();
        assertThat(bytes).hasSize(8 + 32);
        assertThat(DeviceToken.fresh(NOW).hash())
                .hasSize(32)
                .isNotEqualTo(DeviceToken.fresh(NOW).hash());
        assertThat(DeviceToken.read(Arrays.copyOf(bytes, 39), NOW)).isEmpty();
        assertThat(DeviceToken.read(Arrays.copyOf(bytes, 41), NOW)).isEmpty();
        assertThat(DeviceToken.read(new byte[0], NOW)).isEmpty();
    }
}
