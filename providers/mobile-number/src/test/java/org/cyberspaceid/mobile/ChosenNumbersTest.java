package org.cyberspaceid.mobile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cyberspaceid.core.limit.Attempts;
import org.cyberspaceid.core.limit.Limit;
import org.cyberspaceid.core.outcome.Problem;
import org.junit.jupiter.api.Test;

/** A person has only so many codes sent. */
class ChosenNumbersTest {
    private final List<String> sent = new ArrayList<>();
    private final ChosenNumbers numbers = new ChosenNumbers(new InMemory());

    @Test
    void tenADayWhichNumbersEver() {
        for (int i = 0; i < 10; i++) {
            assertThat(send("someone", Optional.empty())).isEmpty();
        }
        assertThat(send("someone", Optional.empty())).contains(Problem.SMS_RATE_LIMITED);
        assertThat(sent).hasSize(10);
        assertThat(send("somebody else", Optional.empty())).isEmpty();
    }

    @Test
    void whatWasNotSentDoesNotCount() {
        for (int i = 0; i < 11; i++) {
            assertThat(send("someone", Optional.of(Problem.SMS_UNAVAILABLE))).contains(Problem.SMS_UNAVAILABLE);
        }
        assertThat(send("someone", Optional.empty())).isEmpty();
    }

    private Optional<Problem> send(String whose, Optional<Problem> problem) {
        return numbers.send(whose, () -> {
            sent.add(whose);
            return problem;
        });
    }

    /** The real ones: {@code CountedAttemptsTest}. */
    private static final class InMemory implements Attempts {
        private final List<Limit> taken = new ArrayList<>();

        @Override
        public Optional<Limit> take(List<Limit> limits) {
            Optional<Limit> none = exhausted(limits);
            if (none.isEmpty()) {
                taken.addAll(limits);
            }
            return none;
        }

        @Override
        public void giveBack(List<Limit> limits) {
            limits.forEach(taken::remove);
        }

        @Override
        public void forget(List<Limit> limits) {
            taken.removeAll(limits);
        }

        @Override
        public Optional<Limit> exhausted(List<Limit> limits) {
            return limits.stream()
                    .filter(limit -> taken.stream().filter(limit::equals).count()
                            >= limit.quotas().get(0).most())
                    .findFirst();
        }
    }
}
