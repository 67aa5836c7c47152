package org.cyberspaceid.vault.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.cyberspaceid.core.vault.EnrolmentRows;
import org.cyberspaceid.vault.keys.Keyring;
import org.cyberspaceid.vault.keys.SealBrokenException;
import org.cyberspaceid.vault.keys.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SealedEnrolmentsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant DEADLINE = NOW.plus(Duration.ofMinutes(30));
    private static final byte[] STATE = "{\"name\":\"王小明\"}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NEXT = "next".getBytes(StandardCharsets.UTF_8);

    private final VaultDatabase database = VaultDatabase.running();
    private final Keyring keys = TestKeys.fixed();
    private final EnrolmentRows rows = at(NOW);
    private final EnrolmentRows other = rowsOf("other-realm", NOW);

    @BeforeEach
    void startEmpty() throws SQLException {
        database.execute("delete from cid_enrolment");
    }

    @Test
    void keepsTheState() {
        String id = open();
        assertThat(id).matches("[A-Za-z0-9_-]{43}");
        EnrolmentRows.Row row = rows.read(id).orElseThrow();
        assertThat(row.version()).isZero();
        assertThat(row.state()).isEqualTo(STATE);
    }

    @Test
    void storesOnlyAHashOfTheIdAndNothingReadable() throws Exception {
        String id = open();
        try (var connection = database.connection();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select id_hash, sealed_state from cid_enrolment")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getBytes(1))
                    .isEqualTo(MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8)));
            assertThat(new String(row.getBytes(2), StandardCharsets.UTF_8)).doesNotContain("王", "name");
        }
    }

    @Test
    void replacesOncePerVersion() {
        String id = open();
        assertThat(rows.replace(id, 0, NEXT)).isTrue();
        assertThat(rows.replace(id, 0, STATE)).isFalse();
        EnrolmentRows.Row row = rows.read(id).orElseThrow();
        assertThat(row.version()).isEqualTo(1);
        assertThat(row.state()).isEqualTo(NEXT);
    }

    @Test
    void ofTwoTabsOneWins() {
        String id = open();
        boolean[] second = new boolean[1];
        Thread tab = new Thread(() -> second[0] = rows.replace(id, 0, STATE));
        boolean first = database.inTransaction(em -> {
            boolean replaced = rows(em, "realm", NOW).replace(id, 0, NEXT);
            tab.start(); // waits for this transaction
            return replaced;
        });
        join(tab);
        assertThat(first).isTrue();
        assertThat(second[0]).isFalse();
        assertThat(rows.read(id).orElseThrow().state()).isEqualTo(NEXT);
    }

    @Test
    void isAbsentFromItsDeadlineOn() {
        String id = open();
        assertThat(at(DEADLINE.minusMillis(1)).read(id)).isPresent();
        assertThat(at(DEADLINE).read(id)).isEmpty();
        assertThat(at(DEADLINE).replace(id, 0, NEXT)).isFalse();
    }

    @Test
    void purgesWhatIsOverdueInEveryRealm() {
        open();
        other.open(STATE, DEADLINE);
        String later = rows.open(STATE, DEADLINE.plusMillis(1));
        assertThat(rows.purge(DEADLINE.minusMillis(1))).isZero();
        assertThat(rows.purge(DEADLINE)).isEqualTo(2);
        assertThat(rows.read(later)).isPresent();
    }

    /** Two states of one enrolment have nothing in common, and no key seals two of them. */
    @Test
    void everyStateHasAKeyOfItsOwn() throws SQLException {
        String id = open();
        database.execute("create table state_before as select sealed_data_key, sealed_state from cid_enrolment");
        assertThat(rows.replace(id, 0, STATE)).isTrue();
        database.execute("update cid_enrolment set sealed_data_key = (select sealed_data_key from state_before)");
        assertThatThrownBy(() -> rows.read(id)).isInstanceOf(SealBrokenException.class);
        database.execute("update cid_enrolment set sealed_state = (select sealed_state from state_before)");
        assertThatThrownBy(() -> rows.read(id))
                .as("an older state under a newer number")
                .isInstanceOf(SealBrokenException.class);
        database.execute("update cid_enrolment set version = 0");
        assertThat(rows.read(id)).isPresent();
        database.execute("drop table state_before");
    }

    @Test
    void closes() {
        String id = open();
        assertThat(rows.close(id)).isTrue();
        assertThat(rows.close(id)).isFalse();
        assertThat(rows.read(id)).isEmpty();
        assertThat(rows.replace(id, 0, NEXT)).isFalse();
    }

    @Test
    void belongsToItsRealm() {
        String id = open();
        assertThat(other.read(id)).isEmpty();
        assertThat(other.replace(id, 0, NEXT)).isFalse();
        assertThat(other.close(id)).isFalse();
        database.inTransaction(em -> SealedEnrolments.removeRealm(em, "other-realm"));
        assertThat(rows.read(id)).isPresent();
        database.inTransaction(em -> SealedEnrolments.removeRealm(em, "realm"));
        assertThat(rows.read(id)).isEmpty();
    }

    @Test
    void unknownIdsAreAbsentWhateverTheyLookLike() {
        for (String id : new String[] {"", "x", "' or true --", "王".repeat(10_000)}) {
            assertThat(rows.read(id)).isEmpty();
        }
    }

    @Test
    void statesDoNotOpenInAnotherRowOrUnderAnotherVersion() throws SQLException {
        String victim = open();
        String attacker = open();
        database.execute("update cid_enrolment set version = 7");
        assertThatThrownBy(() -> rows.read(victim)).isInstanceOf(SealBrokenException.class);
        database.execute("update cid_enrolment set version = 0");
        assertThat(rows.read(victim)).isPresent();

        database.execute(
                "update cid_enrolment a set sealed_data_key = b.sealed_data_key, sealed_state = b.sealed_state from cid_enrolment b"
                        + " where a.id_hash <> b.id_hash");
        assertThatThrownBy(() -> rows.read(victim)).isInstanceOf(SealBrokenException.class);
        assertThatThrownBy(() -> rows.read(attacker)).isInstanceOf(SealBrokenException.class);
    }

    private String open() {
        return rows.open(STATE, DEADLINE);
    }

    private EnrolmentRows at(Instant now) {
        return rowsOf("realm", now);
    }

    private EnrolmentRows rowsOf(String realm, Instant now) {
        return database.eachInTransaction(EnrolmentRows.class, em -> rows(em, realm, now));
    }

    private EnrolmentRows rows(EntityManager em, String realm, Instant now) {
        return new SealedEnrolments(em, realm, keys, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
