package org.cyberspaceid.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DueTimeTest {
    @Test
    void isTheWallClockInChinaAndNeverTooEarly() {
        assertThat(DueTime.text(Instant.parse("2026-12-02T20:15:30.123456789Z")))
                .isEqualTo("2026-12-03T04:16");
        assertThat(DueTime.text(Instant.parse("2026-12-02T20:15:00Z"))).isEqualTo("2026-12-03T04:16");
    }
}
