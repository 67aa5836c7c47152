package org.cyberspaceid.vault.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cyberspaceid.vault.keys.Keyring;
import org.cyberspaceid.vault.keys.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deletions are noted by the database whichever way they happen, reach the journal, and are found again after a restore. */
class DeletionsTest {
    private final VaultDatabase database = VaultDatabase.running();
    private final Keyring keys = TestKeys.fixed();

    @TempDir
    Path folder;

    private DeletionJournal journal;

    @BeforeEach
    void startEmpty() throws SQLException {
        journal = new DeletionJournal(folder.resolve("journal/deletions"));
        database.execute("delete from user_entity");
        database.execute("delete from cid_deletion");
    }

    @Test
    void everyWayOfDeletingIsNotedAndWritten() throws SQLException {
        String byPort = enrolled(1);
        String byUser = enrolled(2);
        String stays = enrolled(3);
        database.inTransaction(em -> new SealedIdentities(em, "realm", keys).remove(byPort));
        database.execute("delete from user_entity where id = '" + byUser + "'");

        assertThat(write()).isEqualTo(2);
        assertThat(write()).isZero();
        assertThat(journal.read()).extracting(Deletion::userId).containsExactly(byPort, byUser);
        assertThat(journal.read()).extracting(Deletion::realmId).containsOnly("realm");
        assertThat(journal.read())
                .allSatisfy(
                        d -> assertThat(Duration.between(d.at(), Instant.now())).isLessThan(Duration.ofMinutes(1)));
        assertThat(again()).isEmpty();
        assertThat(journal.read()).extracting(Deletion::userId).doesNotContain(stays);
    }

    @Test
    void aDeletionThatIsRolledBackIsNone() throws SQLException {
        String user = enrolled(1);
        assertThatThrownBy(() -> database.inTransaction(em -> {
            new SealedIdentities(em, "realm", keys).remove(user);
            throw new IllegalStateException("the page failed");
        }));
        assertThat(write()).isZero();
    }

    @Test
    void whoIsBackAfterARestoreIsFound() throws SQLException {
        String user = enrolled(1);
        database.inTransaction(em -> new SealedIdentities(em, "realm", keys).remove(user));
        write();
        // As the restored backup has it: the row, and no note of a deletion.
        database.inTransaction(em -> new SealedIdentities(em, "realm", keys).enrol(user, People.person(1, 1)));
        database.execute("delete from cid_deletion");
        assertThat(again()).extracting(Deletion::userId).containsExactly(user);
    }

    @Test
    void whatNoBackupHoldsAnyLongerIsForgotten() throws SQLException {
        String user = enrolled(1);
        database.inTransaction(em -> new SealedIdentities(em, "realm", keys).remove(user));
        Instant later = Instant.now().plusSeconds(60);
        assertThat(dropBefore(later)).as("not written yet").isZero();
        assertThat(write()).isEqualTo(1);
        assertThat(dropBefore(Instant.now().minusSeconds(60))).isZero();
        assertThat(journal.read()).hasSize(1);
        assertThat(dropBefore(later)).isEqualTo(1);
        assertThat(journal.read()).isEmpty();
    }

    @Test
    void aLineThatAPowerCutLeftUnfinishedHarmsNoOther() throws IOException {
        Deletion first = new Deletion("realm", "one", Instant.parse("2026-11-27T10:00:00.123Z"));
        Deletion second = new Deletion("realm", "two", Instant.parse("2026-11-27T10:00:01Z"));
        journal.append(List.of(first));
        Files.writeString(
                folder.resolve("journal/deletions"),
                "2026-11-27T10:00:00Z realm",
                StandardCharsets.UTF_8,
                StandardOpenOption.APPEND);
        journal.append(List.of(second));
        assertThat(journal.read()).containsExactly(first, second);
    }

    private String enrolled(int n) throws SQLException {
        String user = database.newUser();
        database.inTransaction(em -> new SealedIdentities(em, "realm", keys).enrol(user, People.person(n, n)));
        return user;
    }

    private int write() {
        return database.inTransaction(em -> new Deletions(em).write(journal));
    }

    private int dropBefore(Instant limit) {
        journal.dropBefore(limit);
        return database.inTransaction(em -> new Deletions(em).dropBefore(limit));
    }

    private List<Deletion> again() {
        return database.inTransaction(em -> new Deletions(em).thereAgain(journal.read()));
    }
}
