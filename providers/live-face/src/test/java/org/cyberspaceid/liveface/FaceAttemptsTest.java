package org.cyberspaceid.liveface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cyberspaceid.core.limit.Attempts;
import org.cyberspaceid.core.limit.Limit;
import org.junit.jupiter.api.Test;

class FaceAttemptsTest {
    private static final String DOCUMENT = "resident-id-card:11010519491231002X";

    private final FaceAttempts attempts = new FaceAttempts(new InMemory());

    @Test
    void sixADayPerDocument() {
        for (int i = 0; i < 6; i++) {
            assertThat(attempts.take(DOCUMENT)).isTrue();
        }
        assertThat(attempts.take(DOCUMENT)).isFalse();
        assertThat(attempts.take("user:somebody else")).isTrue();
    }

    @Test
    void oneThatIsGivenBackCanBeTakenAgainAndNoMore() {
        while (attempts.take(DOCUMENT)) {}

        attempts.giveBack(DOCUMENT);

        assertThat(attempts.take(DOCUMENT)).isTrue();
        assertThat(attempts.take(DOCUMENT)).isFalse();
    }

    /** The real ones and their hashes: {@code CountedAttemptsTest}. */
    private static final class InMemory implements Attempts {
        private final Map<Limit, Integer> taken = new HashMap<>();

        @Override
        public Optional<Limit> take(List<Limit> limits) {
            Optional<Limit> none = exhausted(limits);
            if (none.isEmpty()) {
                limits.forEach(limit -> taken.merge(limit, 1, Integer::sum));
            }
            return none;
        }

        @Override
        public void giveBack(List<Limit> limits) {
            limits.forEach(limit -> taken.merge(limit, -1, Integer::sum));
        }

        @Override
        public void forget(List<Limit> limits) {
            limits.forEach(taken::remove);
        }

        @Override
        public Optional<Limit> exhausted(List<Limit> limits) {
            return limits.stream()
                    .filter(limit -> taken.getOrDefault(limit, 0)
                            >= limit.quotas().get(0).most())
                    .findFirst();
        }
    }
}
