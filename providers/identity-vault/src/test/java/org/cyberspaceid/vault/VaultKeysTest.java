package org.cyberspaceid.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cyberspaceid.vault.keys.FileKeyCustody;
import org.cyberspaceid.vault.keys.Keyring;
import org.cyberspaceid.vault.keys.SoftHsm;
import org.cyberspaceid.vault.keys.Suite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultKeysTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void makesKeysThatAServerOpensAndNeverReplacesThem() throws Exception {
        assertThat(here("create")).isZero();
        assertThat(keys().suite()).isEqualTo(Suite.STANDARD);

        byte[] before = Files.readAllBytes(keysets());
        assertThat(here("create")).isEqualTo(1);
        assertThat(err.toString()).contains("exists already and was left alone");
        assertThat(Files.readAllBytes(keysets())).isEqualTo(before);
    }

    @Test
    void makesKeysOfTheNationalSuite() {
        assertThat(here("create", "--suite", "national")).isZero();
        assertThat(keys().suite()).isEqualTo(Suite.NATIONAL);
        assertThat(here("create", "--suite", "other")).isEqualTo(2);
    }

    @Test
    void changesKeysThatMayChange() {
        here("create");
        String first = keys().recordKeys().newest();
        int pepper = keys().primaryPepper();
        assertThat(here("rotate-records")).isZero();
        assertThat(keys().recordKeys().look()).hasSize(2).contains(first);
        assertThat(here("rotate", "password-pepper")).isZero();
        assertThat(keys().primaryPepper()).isNotEqualTo(pepper);
        assertThat(here("retire", "password-pepper", Integer.toUnsignedString(pepper)))
                .isZero();
        assertThat(here("retire", "password-pepper", Integer.toUnsignedString(keys().primaryPepper())))
                .isEqualTo(1);
        assertThat(here("rotate", "network-number")).isEqualTo(1);
        assertThat(err.toString()).contains("the key in use stays", "network-number is never replaced");
    }

    @Test
    void wrapsAnewAndListsWhatThereIs() {
        here("create");
        assertThat(here("rewrap")).isZero();
        String old = out.toString().replaceAll("(?s).*destroy-root (\\S+).*", "$1");
        assertThat(here("destroy-root", old)).isZero();
        assertThat(here("status")).isZero();
        assertThat(out.toString()).contains("suite standard", "sealing key record-", "keyset device-cookie key");
        assertThat(here("destroy-root", keys().recordKeys().newest())).isEqualTo(1);
    }

    @Test
    void makesAndChangesKeysInAnHsm() {
        SoftHsm.Token token = SoftHsm.freshToken();
        String[] hsm = {
            "--keyset-file", keysets().toString(),
            "--library", token.library().toString(),
            "--token-label", token.label(),
            "--pin-file", token.pinFile().toString()
        };
        for (String command : List.of("create", "rotate-records", "rewrap", "status")) {
            List<String> arguments = new ArrayList<>(List.of(hsm));
            arguments.add(command);
            assertThat(run(arguments.toArray(String[]::new))).as(command).isZero();
        }
        assertThat(out.toString()).doesNotContain("keyset network-number").contains("sealing key record-");
        Keyring keys = Keyring.open(keysets(), token.open());
        assertThat(keys.recordKeys().look()).hasSize(2);
        assertThat(run("--keyset-file", "f", "--library", "l", "create")).isEqualTo(2);
    }

    @Test
    void withoutKeysEveryChangeSaysSo() {
        for (String command : List.of("status", "rotate-records", "rewrap")) {
            assertThat(here(command)).isEqualTo(1);
            assertThat(err.toString()).contains("does not exist");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void helps() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains(
                        "--keyset-file", "--key-folder", "create", "status", "rotate-records", "rewrap", "Exit codes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "create",
                "--keyset-file a create",
                "--key-folder a create",
                "--keyset-file a --key-folder b delete",
                "--keyset-file a --key-folder b rotate other"
            })
    void refusesOtherUses(String arguments) {
        assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isEqualTo(2);
        assertThat(err.toString()).containsAnyOf("Usage:", "Unmatched argument");
    }

    private Keyring keys() {
        return Keyring.open(keysets(), new FileKeyCustody(folder.resolve("keys"), Suite.STANDARD));
    }

    private Path keysets() {
        return folder.resolve("keysets.json");
    }

    private int here(String... command) {
        List<String> arguments = new ArrayList<>(List.of(
                "--keyset-file",
                keysets().toString(),
                "--key-folder",
                folder.resolve("keys").toString()));
        arguments.addAll(List.of(command));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        return VaultKeys.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
