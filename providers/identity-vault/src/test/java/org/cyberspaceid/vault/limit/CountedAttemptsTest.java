package org.cyberspaceid.vault.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.cyberspaceid.core.limit.Attempts;
import org.cyberspaceid.core.limit.Limit;
import org.cyberspaceid.core.limit.Quota;
import org.cyberspaceid.vault.Transactions;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CountedAttemptsTest {
    private static final Instant NOW = Instant.parse("2026-11-29T00:00:00Z");
    private static final Quota FIVE = new Quota(5, Duration.ofMinutes(15));
    private static final Quota SEVEN_A_DAY = new Quota(7, Duration.ofDays(1));
    private static final int AT_ONCE = 100;
    private static EmbeddedPostgres postgres;
    private static EntityManagerFactory entities;

    private Instant now = NOW;
    private final List<Consumer<EntityManager>> atEndOfRequest = new ArrayList<>();
    private final Attempts attempts =
            new CountedAttempts(transactions(), atEndOfRequest::add, CountedAttemptsTest::hash, clock());

    @BeforeAll
    static void startDatabase() throws Exception {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "150")
                .start();
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            new Liquibase(AttemptTables.CHANGELOG, new ClassLoaderResourceAccessor(), new JdbcConnection(connection))
                    .update("");
        }
        entities = new HibernatePersistenceConfiguration("test")
                .properties(Map.of("hibernate.connection.datasource", postgres.getPostgresDatabase()))
                .createEntityManagerFactory();
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        entities.close();
        postgres.close();
    }

    @Test
    void everyQuotaHoldsAndEndsWithItsWindow() {
        Limit limit = new Limit("password", somebody(), List.of(FIVE, SEVEN_A_DAY));
        assertThat(taken(limit, 6)).isEqualTo(5);
        assertThat(attempts.exhausted(List.of(limit))).contains(limit);

        now = NOW.plus(FIVE.window()).minusMillis(1);
        assertThat(attempts.take(limit)).isFalse();
        now = NOW.plus(FIVE.window());
        assertThat(attempts.exhausted(List.of(limit))).isEmpty();
        assertThat(taken(limit, 5)).as("of the day's seven").isEqualTo(2);
        now = NOW.plus(SEVEN_A_DAY.window());
        assertThat(taken(limit, 6)).isEqualTo(5);
    }

    @Test
    void aRefusalTakesOfNoLimit() {
        Limit full = Limit.of("password", somebody(), FIVE);
        Limit address = Limit.of("address", somebody(), FIVE);
        assertThat(taken(full, 5)).isEqualTo(5);
        for (int i = 0; i < 10; i++) {
            assertThat(attempts.take(List.of(address, full))).contains(full);
        }
        assertThat(taken(address, 6)).isEqualTo(5);
    }

    @Test
    void usesAndPeopleAreCountedApart() {
        String whose = somebody();
        assertThat(taken(Limit.of("password", whose, FIVE), 5)).isEqualTo(5);
        assertThat(attempts.take(Limit.of("code", whose, FIVE))).isTrue();
        assertThat(attempts.take(Limit.of("password", somebody(), FIVE))).isTrue();
    }

    @Test
    void whatIsGivenBackCanBeTakenAgainAndNoMore() {
        Limit limit = new Limit("password", somebody(), List.of(FIVE, SEVEN_A_DAY));
        for (int i = 0; i < 20; i++) {
            assertThat(attempts.take(limit)).isTrue();
            attempts.giveBack(limit);
        }
        attempts.giveBack(limit);
        assertThat(taken(limit, 6)).isEqualTo(5);
        attempts.forget(List.of(limit));
        assertThat(taken(limit, 6)).isEqualTo(5);
    }

    @Test
    void whatIsForgottenWithARequestIsCountedUntilItsEnd() {
        Limit limit = new Limit("password", somebody(), List.of(FIVE, SEVEN_A_DAY));
        assertThat(taken(limit, 6)).isEqualTo(5);
        attempts.forgetWithRequest(List.of(limit));
        assertThat(taken(limit, 1)).isZero();
        assertThat(atEndOfRequest).hasSize(1);
        transactions().inOwnTransaction(request -> {
            atEndOfRequest.get(0).accept(request);
            return null;
        });
        assertThat(taken(limit, 6)).isEqualTo(5);
    }

    /** Over two limits in both orders, which would deadlock if each call locked in its own. */
    @Test
    void ofAHundredAtOnceNoMoreAreTakenThanThereAre() throws Exception {
        Limit account = new Limit("password", somebody(), List.of(FIVE, SEVEN_A_DAY));
        Limit address = new Limit("address", somebody(), List.of(new Quota(50, Duration.ofMinutes(15))));
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<Boolean>> guesses = IntStream.range(0, AT_ONCE)
                    .mapToObj(i -> (Callable<Boolean>) () -> {
                        attempts.giveBack(Limit.of("other", account.whose(), FIVE));
                        List<Limit> both = i % 2 == 0 ? List.of(account, address) : List.of(address, account);
                        return attempts.take(both).isEmpty();
                    })
                    .toList();
            long yes = 0;
            for (var answer : threads.invokeAll(guesses)) {
                yes += answer.get() ? 1 : 0;
            }
            assertThat(yes).isEqualTo(FIVE.most());
        } finally {
            threads.shutdownNow();
        }
        assertThat(taken(address, 50)).as("left of the address's fifty").isEqualTo(45);
    }

    @Test
    void forgetsWhatIsOver() {
        Limit limit = Limit.of("password", somebody(), FIVE);
        attempts.take(limit);
        assertThat((int) entities.callInTransaction(e -> new AttemptRows(e).purge(NOW.plus(FIVE.window()))))
                .isPositive();
        assertThat(rows("expires_at <= " + NOW.plus(FIVE.window()).toEpochMilli()))
                .isZero();
    }

    @Test
    void theTableHoldsHashesOnly() {
        String number = "+8613912345678";
        attempts.take(Limit.of("number", number, FIVE));
        String hex = HexFormat.of().formatHex(number.getBytes(StandardCharsets.UTF_8));
        assertThat(rows("encode(attempt_key, 'hex') like '%" + hex + "%'")).isZero();
        assertThat(rows("length(attempt_key) <> 40")).isZero();
    }

    private static long rows(String where) {
        return entities.callInTransaction(
                e -> ((Number) e.createNativeQuery("select count(*) from cid_attempt where " + where)
                                .getSingleResult())
                        .longValue());
    }

    private int taken(Limit limit, int tries) {
        return (int) IntStream.range(0, tries).filter(i -> attempts.take(limit)).count();
    }

    private static String somebody() {
        return UUID.randomUUID().toString();
    }

    private static Transactions transactions() {
        return new Transactions() {
            @Override
            public <T> T inOwnTransaction(Function<EntityManager, T> work) {
                return entities.callInTransaction(work::apply);
            }
        };
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    private static byte[] hash(String purpose, String value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((purpose + value).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
