package org.cyberspaceid.vault.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.cyberspaceid.core.mode.DeploymentMode;
import org.cyberspaceid.vault.keys.KeyCustody;
import org.cyberspaceid.vault.keys.KeyPurpose;
import org.cyberspaceid.vault.keys.Keyring;
import org.cyberspaceid.vault.keys.KeysUnusableException;
import org.cyberspaceid.vault.keys.LengthPrefixed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKeyManagementTest {
    @TempDir
    Path folder;

    @Test
    void productionMakesNothing() {
        assertThatThrownBy(() -> open(DeploymentMode.PRODUCTION))
                .isInstanceOf(KeysUnusableException.class)
                .hasMessageContaining("does not exist");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theSandboxMakesKeysOnce() throws IOException {
        open(DeploymentMode.SANDBOX);
        byte[] before = Files.readAllBytes(keysetFile());
        open(DeploymentMode.SANDBOX);
        open(DeploymentMode.PRODUCTION);
        assertThat(Files.readAllBytes(keysetFile())).isEqualTo(before);
    }

    @Test
    void lostKeysAreNotReplacedEvenInTheSandbox() throws IOException {
        KeyCustody custody = open(DeploymentMode.SANDBOX);
        Files.delete(keysetFile());
        assertThatThrownBy(() -> open(DeploymentMode.SANDBOX)).isInstanceOf(KeysUnusableException.class);
        assertThat(custody.sealingKeys()).hasSize(2);
        assertThat(keysetFile()).doesNotExist();
    }

    @Test
    void nodesThatStartTogetherShareTheKeys() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> starts = Stream.<Callable<String>>generate(() -> this::derivation)
                    .limit(8)
                    .toList();
            for (Future<String> node : nodes.invokeAll(starts)) {
                assertThat(node.get()).isEqualTo(derivation());
            }
        } finally {
            nodes.shutdown();
        }
    }

    private String derivation() {
        Keyring keys = Keyring.open(keysetFile(), open(DeploymentMode.SANDBOX));
        return HexFormat.of().formatHex(keys.derive(KeyPurpose.NETWORK_NUMBER, LengthPrefixed.of("x")));
    }

    private KeyCustody open(DeploymentMode mode) {
        return FileKeyManagementFactory.open(folder.resolve("keys"), keysetFile(), mode);
    }

    private Path keysetFile() {
        return folder.resolve("keysets.json");
    }
}
