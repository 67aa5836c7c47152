package org.cyberspaceid.signin.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManagerFactory;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeviceRowsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
    private static final Instant END = NOW.plus(Duration.ofDays(180));
    private static final byte[] PHONE = device("phone");
    private static final byte[] LAPTOP = device("laptop");
    private static EmbeddedPostgres postgres;
    private static EntityManagerFactory entities;

    private String user;

    @BeforeAll
    static void startDatabase() throws Exception {
        postgres = EmbeddedPostgres.builder().start();
        // Keycloak's own table, as far as ours refers to it.
        sql("CREATE TABLE USER_ENTITY (ID VARCHAR(36) PRIMARY KEY)");
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            new Liquibase(
                            KnownDeviceTables.CHANGELOG,
                            new ClassLoaderResourceAccessor(),
                            new JdbcConnection(connection))
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

    @BeforeEach
    void enrolUser() throws SQLException {
        user = newUser();
    }

    @Test
    void aRememberedDeviceIsKnownUntilItsEnd() {
        remember(PHONE, user, 1);
        assertThat(knows(PHONE, user, 1, END.minusMillis(1))).isTrue();
        assertThat(knows(PHONE, user, 1, END)).isFalse();
        assertThat(knows(LAPTOP, user, 1, NOW)).isFalse();
    }

    @Test
    void aDeviceIsKnownForItsOwnUsersOnly() throws SQLException {
        String other = newUser();
        remember(PHONE, user, 1);
        assertThat(knows(PHONE, other, 1, NOW)).isFalse();
        remember(PHONE, other, 1);
        assertThat(knows(PHONE, user, 1, NOW)).isTrue();
        assertThat(knows(PHONE, other, 1, NOW)).isTrue();
    }

    @Test
    void aNewPasswordForgetsAllDevices() {
        remember(PHONE, user, 1);
        assertThat(knows(PHONE, user, 2, NOW)).isFalse();
        remember(PHONE, user, 2);
        assertThat(knows(PHONE, user, 2, NOW)).isTrue();
    }

    @Test
    void aRenamedDeviceIsKnownByItsNewNameOnly() {
        remember(PHONE, user, 1);
        byte[] fresh = device("fresh" + user);
        rows(rows -> {
            rows.rename(PHONE, fresh);
            return null;
        });
        assertThat(knows(PHONE, user, 1, NOW)).isFalse();
        assertThat(knows(fresh, user, 1, NOW)).isTrue();
    }

    @Test
    void aDeviceKeepsItsIdAndNameWhenItIsRememberedAnew() {
        remember(PHONE, user, 1);
        DeviceRows.Row before = rows(rows -> rows.of(user, 1, NOW)).get(0);
        assertThat(DeviceRowsTest.<Boolean>rows(rows -> rows.name(before.id(), user, device("mine"))))
                .isTrue();
        remember(PHONE, user, 1);
        DeviceRows.Row after = rows(rows -> rows.of(user, 1, NOW)).get(0);
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.sealedName()).isEqualTo(device("mine"));
    }

    @Test
    void onlyItsOwnUserNamesAndRemovesADevice() throws SQLException {
        String other = newUser();
        remember(PHONE, user, 1);
        String id = rows(rows -> rows.of(user, 1, NOW)).get(0).id();
        assertThat(DeviceRowsTest.<Boolean>rows(rows -> rows.name(id, other, device("theirs"))))
                .isFalse();
        assertThat(DeviceRowsTest.<Boolean>rows(rows -> rows.remove(id, other))).isFalse();
        assertThat(knows(PHONE, user, 1, NOW)).isTrue();
        assertThat(DeviceRowsTest.<Boolean>rows(rows -> rows.remove(id, user))).isTrue();
        assertThat(knows(PHONE, user, 1, NOW)).isFalse();
    }

    @Test
    void theDayOfTheLastUseIsKept() {
        remember(PHONE, user, 1);
        rows(rows -> {
            rows.used(rows.of(user, 1, NOW).get(0).id(), 20_000);
            return null;
        });
        assertThat(rows(rows -> rows.of(user, 1, NOW)).get(0).lastUsedDay()).isEqualTo(20_000);
    }

    @Test
    void theOldestOfTooManyDevicesAreForgotten() {
        for (int i = 0; i <= DeviceRows.MOST_PER_USER; i++) {
            Instant end = END.plusSeconds(i);
            byte[] device = device("device " + i);
            rows(rows -> {
                rows.remember(device, row(), user, 1, end);
                return null;
            });
        }
        assertThat(knows(device("device 0"), user, 1, NOW)).isFalse();
        assertThat(knows(device("device 1"), user, 1, NOW)).isTrue();
        assertThat(knows(device("device " + DeviceRows.MOST_PER_USER), user, 1, NOW))
                .isTrue();
    }

    @Test
    void devicesGoWithTheUser() throws SQLException {
        remember(PHONE, user, 1);
        sql("DELETE FROM USER_ENTITY WHERE ID = '" + user + "'");
        assertThat(knows(PHONE, user, 1, NOW)).isFalse();
    }

    @Test
    void whatIsOverIsDeleted() {
        remember(PHONE, user, 1);
        int tooEarly = rows(rows -> rows.purge(END.minusMillis(1)));
        assertThat(tooEarly).isZero();
        assertThat(knows(PHONE, user, 1, NOW)).isTrue();
        int purged = rows(rows -> rows.purge(END));
        assertThat(purged).isPositive();
        assertThat(knows(PHONE, user, 1, NOW)).isFalse();
    }

    private static void remember(byte[] device, String user, long passwordSetAt) {
        rows(rows -> {
            rows.remember(device, row(), user, passwordSetAt, END);
            return null;
        });
    }

    private static boolean knows(byte[] device, String user, long passwordSetAt, Instant now) {
        return rows(rows -> rows.find(device, user, passwordSetAt, now).isPresent());
    }

    private static <T> T rows(Function<DeviceRows, T> work) {
        return entities.callInTransaction(database -> work.apply(new DeviceRows(database)));
    }

    private static DeviceRows.Row row() {
        return new DeviceRows.Row(UUID.randomUUID().toString(), device("name"), 1);
    }

    private static String newUser() throws SQLException {
        String id = UUID.randomUUID().toString();
        sql("INSERT INTO USER_ENTITY (ID) VALUES ('" + id + "')");
        return id;
    }

    private static void sql(String statement) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement open = connection.createStatement()) {
            open.execute(statement);
        }
    }

    private static byte[] device(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }
}
