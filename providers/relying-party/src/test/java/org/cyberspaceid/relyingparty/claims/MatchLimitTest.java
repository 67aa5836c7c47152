package org.cyberspaceid.relyingparty.claims;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.cyberspaceid.relyingparty.FeatureDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MatchLimitTest {
    private static final Instant NOW = Instant.parse("2026-11-27T00:00:00Z");
    private static FeatureDatabase postgres;
    private static EntityManagerFactory entities;

    @BeforeAll
    static void startDatabase() throws Exception {
        postgres = new FeatureDatabase(MatchLimitTables.CHANGELOG);
        entities = postgres.entities();
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        postgres.close();
    }

    @Test
    void answersSoManyWrongPairsAndThenNothingForADay() {
        byte[] key = {1};
        for (int i = 0; i < MatchLimit.WRONG; i++) {
            assertThat(isReached(key, NOW)).isFalse();
            assertThat(countWrong(key, NOW)).isTrue();
        }
        Instant last = NOW.plus(MatchLimit.WINDOW).minusMillis(1);
        assertThat(isReached(key, last)).isTrue();
        assertThat(countWrong(key, last)).isFalse();
        assertThat(isReached(new byte[] {2}, NOW)).isFalse();

        Instant nextDay = NOW.plus(MatchLimit.WINDOW);
        assertThat(isReached(key, nextDay)).isFalse();
        assertThat(countWrong(key, nextDay)).isTrue();
        assertThat(isReached(key, nextDay)).isFalse();
    }

    @Test
    void countsEachOfManyAtOnce() throws Exception {
        byte[] key = {3};
        try (Threads threads = new Threads()) {
            Callable<Boolean> guess = () -> countWrong(key, NOW);
            long answered = threads.all(guess, 20);
            assertThat(answered).isEqualTo(MatchLimit.WRONG);
        }
    }

    @Test
    void forgetsWhatIsOver() {
        byte[] key = {4};
        countWrong(key, NOW.minus(MatchLimit.WINDOW));
        assertThat((int) entities.callInTransaction(e -> new MatchLimit(e).purge(NOW)))
                .isPositive();
        assertThat(isReached(key, NOW)).isFalse();
    }

    private static boolean isReached(byte[] key, Instant now) {
        return entities.callInTransaction(e -> new MatchLimit(e).isReached(key, now));
    }

    private static boolean countWrong(byte[] key, Instant now) {
        return entities.callInTransaction(e -> new MatchLimit(e).countWrong(key, now));
    }

    private static final class Threads implements AutoCloseable {
        private final ExecutorService pool = Executors.newFixedThreadPool(8);

        long all(Callable<Boolean> work, int times) throws Exception {
            long yes = 0;
            for (var answer :
                    pool.invokeAll(IntStream.range(0, times).mapToObj(i -> work).toList())) {
                yes += answer.get() ? 1 : 0;
            }
            return yes;
        }

        @Override
        public void close() {
            pool.shutdown();
        }
    }
}
