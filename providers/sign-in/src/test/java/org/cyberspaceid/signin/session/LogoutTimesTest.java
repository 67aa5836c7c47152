package org.cyberspaceid.signin.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LogoutTimesTest {
    private static final long NOW = 1_795_800_000;

    private final LogoutTimes times = new LogoutTimes(() -> 2);

    @Test
    void theFirstIsToldAtOnceAndTheOthersLaterEachInASecondOfItsOwn() {
        assertThat(LongStream.range(0, 3).map(i -> times.next("somebody", NOW))).containsExactly(NOW, NOW + 2, NOW + 4);
    }

    @Test
    void nobodyWaitsForSomebodyElse() {
        times.next("somebody", NOW);
        assertThat(times.next("other", NOW)).isEqualTo(NOW);
    }

    @Test
    void aSignOutThatIsOverHoldsUpNothing() {
        times.next("somebody", NOW);
        times.next("somebody", NOW);
        assertThat(times.next("somebody", NOW + 1)).isEqualTo(NOW + 4);
        assertThat(times.next("somebody", NOW + 60)).isEqualTo(NOW + 60);
    }
}
