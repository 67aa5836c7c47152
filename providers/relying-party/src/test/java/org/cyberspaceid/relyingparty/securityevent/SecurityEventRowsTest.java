package org.cyberspaceid.relyingparty.securityevent;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.cyberspaceid.relyingparty.FeatureDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SecurityEventRowsTest {
    private static final Instant NOW = Instant.parse("2026-11-29T00:00:00Z");
    private static FeatureDatabase postgres;
    private static EntityManagerFactory entities;

    @BeforeAll
    static void startDatabase() throws Exception {
        postgres = new FeatureDatabase(SecurityEventTables.CHANGELOG);
        entities = postgres.entities();
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        postgres.close();
    }

    @AfterEach
    void empty() {
        entities.runInTransaction(database ->
                database.createNativeQuery("DELETE FROM CID_SECURITY_EVENT").executeUpdate());
    }

    @Test
    void whatIsDueIsTakenLongestFirstAndOnce() {
        add(1, NOW);
        add(2, NOW.minusSeconds(1));
        add(3, NOW.plusMillis(1));
        assertThat(take(NOW)).contains(2);
        assertThat(take(NOW)).contains(1);
        assertThat(take(NOW)).isEmpty();
        assertThat(take(NOW.plusMillis(1))).contains(3);
    }

    @Test
    void whatWasTakenComesBackLaterUntilItIsDeleted() {
        add(1, NOW);
        assertThat(take(NOW)).contains(1);
        assertThat(take(minutes(1).minusMillis(1))).isEmpty();
        assertThat(take(minutes(1))).as("the second attempt").contains(1);
        assertThat(take(minutes(2))).isEmpty();
        assertThat(take(minutes(3))).as("the third").contains(1);
        rows(rows -> {
            rows.delete(new byte[] {1});
            return null;
        });
        assertThat(take(NOW.plus(Duration.ofDays(9)))).isEmpty();
    }

    @Test
    void twoNodesDoNotTakeTheSame() {
        add(1, NOW);
        add(2, NOW.plusMillis(1));
        Optional<Integer> other = rows(first -> {
            assertThat(taken(first, minutes(1))).contains(1);
            return take(minutes(1)); // another transaction, while the first is open
        });
        assertThat(other).contains(2);
        assertThat(take(minutes(1))).isEmpty();
    }

    @Test
    void whatIsRolledBackWasNeverThere() {
        EntityManager database = entities.createEntityManager();
        database.getTransaction().begin();
        new SecurityEventRows(database).add(new byte[] {1}, "realm", NOW, new byte[] {9});
        database.getTransaction().rollback();
        database.close();
        assertThat(take(NOW)).isEmpty();
    }

    private static Instant minutes(int minutes) {
        return NOW.plus(Duration.ofMinutes(minutes));
    }

    private static void add(int id, Instant due) {
        rows(rows -> {
            rows.add(new byte[] {(byte) id}, "realm", due, new byte[] {9});
            return null;
        });
    }

    /** The n-th attempt is followed by n minutes. */
    private static Optional<Integer> take(Instant now) {
        return rows(rows -> taken(rows, now));
    }

    private static Optional<Integer> taken(SecurityEventRows rows, Instant now) {
        return rows.take(now, attempt -> now.plus(Duration.ofMinutes(attempt))).map(row -> (int) row.id()[0]);
    }

    private static <T> T rows(Function<SecurityEventRows, T> work) {
        return entities.callInTransaction(database -> work.apply(new SecurityEventRows(database)));
    }
}
