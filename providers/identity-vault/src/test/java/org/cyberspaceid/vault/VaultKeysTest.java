package org.cyberspaceid.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cyberspaceid.core.mode.DeploymentMode;
import org.cyberspaceid.vault.keys.KeyFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultKeysTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void makesKeysThatProductionOpensAndNeverReplacesThem() throws Exception {
        Path keysets = folder.resolve("keysets.json");
        Path kek = folder.resolve("kek.json");
        assertThat(run("create", "--kek", kek.toString(), "--keyset", keysets.toString()))
                .isZero();
        assertThat(new KeyFiles(keysets, kek).open(DeploymentMode.PRODUCTION)).isNotNull();

        byte[] before = Files.readAllBytes(keysets);
        assertThat(run("create", "--keyset", keysets.toString(), "--kek", kek.toString()))
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("exists already and was left alone");
        assertThat(Files.readAllBytes(keysets)).isEqualTo(before);
    }

    @Test
    void helps() {
        assertThat(run("create", "--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--keyset FILE", "--kek FILE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "create",
                "create --keyset a",
                "create --keyset a --keyset b",
                "create --keyset a --other b",
                "delete --keyset a --kek b"
            })
    void refusesOtherUses(String arguments) {
        assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Usage:");
    }

    private int run(String... arguments) {
        return VaultKeys.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
