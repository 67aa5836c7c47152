package org.cyberspaceid.sandbox.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final Outbox outbox = new Outbox("token", Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void showsTheNewestFirst() {
        outbox.put("+8613800138001", "first");
        outbox.put("+8613800138002", "for somebody else");
        outbox.put("+8613800138001", "second");

        assertThat(outbox.to(Optional.of("+8613800138001")))
                .extracting(Outbox.Message::text)
                .containsExactly("second", "first");
        assertThat(outbox.to(Optional.empty())).hasSize(3);
    }

    @Test
    void takesAPlusThatFormDecodingTurnedIntoABlank() {
        outbox.put("+8613800138001", "text");

        assertThat(outbox.to(Optional.of(" 8613800138001"))).hasSize(1);
    }

    @Test
    void forgetsTheOldest() {
        for (int i = 0; i < 2_001; i++) {
            outbox.put("+8613800138001", "text " + i);
        }

        assertThat(outbox.to(Optional.empty()))
                .hasSize(2_000)
                .extracting(Outbox.Message::text)
                .contains("text 2000")
                .doesNotContain("text 0");
    }

    @Test
    void takesOnlyTheTokenOfKeycloak() {
        assertThat(outbox.accepts(Optional.of("Bearer token"))).isTrue();
        assertThat(outbox.accepts(Optional.of("Bearer other"))).isFalse();
        assertThat(outbox.accepts(Optional.of("token"))).isFalse();
        assertThat(outbox.accepts(Optional.empty())).isFalse();
    }
}
