package org.cyberspaceid.vault.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.cyberspaceid.vault.keys.Keyring;
import org.cyberspaceid.vault.keys.KeysUnusableException;
import org.cyberspaceid.vault.keys.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyCheckTest {
    private final VaultDatabase database = VaultDatabase.running();

    @TempDir
    Path folder;

    @BeforeEach
    void startEmpty() throws SQLException {
        database.execute("delete from cid_key_check");
        database.execute("delete from cid_record_key");
    }

    @Test
    void acceptsTheKeysOfTheFirstStartAndNoOthers() {
        start(TestKeys.in(folder));
        assertThatCode(() -> start(TestKeys.in(folder))).doesNotThrowAnyException();
        assertThatThrownBy(() -> start(TestKeys.fixed()))
                .isInstanceOf(KeysUnusableException.class)
                .hasMessageContaining("another one than this database was filled with");
        assertThatCode(() -> start(TestKeys.in(folder))).doesNotThrowAnyException();
    }

    /** As an upgraded server looks at the database: before Keycloak changes the schema. */
    @Test
    void looksBeforeAnythingIsWritten() throws SQLException {
        Keyring keys = TestKeys.in(folder);
        look(keys);
        assertThat(notes()).isZero();
        start(keys);
        look(keys);
        assertThatThrownBy(() -> look(TestKeys.fixed()))
                .isInstanceOf(KeysUnusableException.class)
                .hasMessageContaining("another one than this database was filled with");
    }

    @Test
    void aRecordKeyThatRowsMayBeUnderMustBeThere() throws SQLException {
        Keyring keys = TestKeys.in(folder);
        String first = keys.recordKeys().newest();
        database.inTransaction(em -> {
            new RecordKeyBook(em, keys.recordKeys()).enter();
            return first;
        });
        keys.recordKeys().makeNext(Instant.now().plusSeconds(60));
        look(keys);
        keys.recordKeys().destroy(first);
        assertThatThrownBy(() -> look(keys))
                .isInstanceOf(KeysUnusableException.class)
                .hasMessageContaining(first + " of this database is missing");
    }

    private void look(Keyring keys) throws SQLException {
        try (Connection connection = database.connection()) {
            KeyCheck.beforeAnythingIsWritten(connection, keys);
        }
    }

    private int notes() throws SQLException {
        return database.execute("delete from cid_key_check");
    }

    private void start(Keyring keys) {
        database.inTransaction(em -> {
            KeyCheck.require(em, keys);
            return keys;
        });
    }
}
