package org.cyberspaceid.vault.store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
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
    }

    @Test
    void acceptsTheKeysOfTheFirstStartAndNoOthers() {
        start(TestKeys.in(folder));
        assertThatCode(() -> start(TestKeys.in(folder))).doesNotThrowAnyException();
        assertThatThrownBy(() -> start(TestKeys.fixed()))
                .isInstanceOf(KeysUnusableException.class)
                .hasMessageContaining("Restore the keyset file");
        assertThatCode(() -> start(TestKeys.in(folder))).doesNotThrowAnyException();
    }

    private void start(Keyring keys) {
        database.inTransaction(em -> {
            KeyCheck.require(em, keys);
            return keys;
        });
    }
}
