package org.cyberspaceid.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EnrolmentStoreTest {
    private final States.MovingClock clock = new States.MovingClock();
    private final InMemoryRows rows = new InMemoryRows(clock);
    private final EnrolmentStore store = new EnrolmentStore(rows);
    private final String id = store.open(States.begun());

    @Test
    void aStateServesOnce() {
        EnrolmentStore.Versioned read = store.read(id).orElseThrow();

        assertThat(store.replace(read, read.state().withHall(true))).isTrue();
        assertThat(store.replace(read, read.state())).isFalse();
    }

    @Test
    void aChangeComesOnTopOfWhatOthersChangedMeanwhile() {
        AtomicInteger races = new AtomicInteger(2);
        EnrolmentStore racing = new EnrolmentStore(new RacingRows(rows, () -> {
            if (races.getAndDecrement() > 0) {
                store.change(id, s -> s.withMobile(new MobileState("+8613800138000", 1, false)));
            }
        }));

        assertThat(racing.change(id, s -> s.withHall(true)).orElseThrow())
                .satisfies(s -> assertThat(s.mobile()).isNotNull())
                .satisfies(s -> assertThat(s.hall()).isTrue());
    }

    @Test
    void theRowEndsWithTheTime() {
        clock.pass(Duration.ofMinutes(30));

        assertThat(store.read(id)).isEmpty();
        assertThat(store.change(id, s -> s)).isEmpty();
    }
}
