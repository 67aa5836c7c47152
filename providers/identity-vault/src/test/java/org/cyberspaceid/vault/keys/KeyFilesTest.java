package org.cyberspaceid.vault.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cyberspaceid.core.mode.DeploymentMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFilesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private KeyFiles files;

    @BeforeEach
    void nameFiles() {
        files = TestKeys.files(folder);
    }

    @Test
    void productionMakesNothingAndSaysWhatIsMissing() throws IOException {
        assertRefused("key-encryption key file", "does not exist", "VaultKeys create");
        assertThat(list(folder)).isEmpty();

        KeyEncryptionKeyFile.create(files.keyEncryptionKey());
        assertRefused("keyset file", "does not exist");
        assertThat(list(folder)).containsExactly("kek.json");
    }

    @Test
    void theSandboxMakesBothForTheOwnerOnlyAndKeepsThem() throws IOException {
        files.open(DeploymentMode.SANDBOX);
        byte[] keysets = Files.readAllBytes(files.keysets());
        for (Path file : List.of(files.keysets(), files.keyEncryptionKey())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        files.open(DeploymentMode.SANDBOX);
        files.open(DeploymentMode.PRODUCTION);
        assertThat(Files.readAllBytes(files.keysets())).isEqualTo(keysets);
        assertThat(list(folder)).containsExactly("kek.json", "keysets.json");
    }

    @Test
    void aLostKeyEncryptionKeyIsNotReplacedEvenInTheSandbox() throws IOException {
        files.create();
        Files.delete(files.keyEncryptionKey());
        assertThatThrownBy(() -> files.open(DeploymentMode.SANDBOX)).isInstanceOf(KeysUnusableException.class);
        assertThat(list(folder)).containsExactly("keysets.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rwx------", "rw--w----"})
    void refusesLooserPermissions(String permissions) throws IOException {
        files.create();
        for (Path file : List.of(files.keysets(), files.keyEncryptionKey())) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
            assertRefused(file.toString(), permissions, "chmod 600");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        }
        assertThat(files.open(DeploymentMode.PRODUCTION)).isNotNull();
    }

    @Test
    void refusesAnotherKeyEncryptionKey() throws IOException {
        files.create();
        Files.delete(files.keyEncryptionKey());
        KeyEncryptionKeyFile.create(files.keyEncryptionKey());
        assertRefused("does not open with this key-encryption key");
    }

    @Test
    void refusesExchangedKeysets() throws IOException {
        files.create();
        ObjectNode root = (ObjectNode) JSON.readTree(files.keysets().toFile());
        ObjectNode keysets = (ObjectNode) root.get("keysets");
        JsonNode record = keysets.get("record");
        keysets.set("record", keysets.get("enrolment"));
        keysets.set("enrolment", record);
        JSON.writeValue(files.keysets().toFile(), root);
        assertRefused("does not open with this key-encryption key");
    }

    @Test
    void refusesASecondKeyWhereKeysAreNeverReplaced() throws Exception {
        files.create();
        ObjectNode root = (ObjectNode) JSON.readTree(files.keysets().toFile());
        KeysetHandle two = KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.generateEntryFromParameters(KeyPurpose.NETWORK_NUMBER.parameters())
                        .withRandomId()
                        .makePrimary())
                .addEntry(KeysetHandle.generateEntryFromParameters(KeyPurpose.NETWORK_NUMBER.parameters())
                        .withRandomId())
                .build();
        String sealed = TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
                two,
                KeyEncryptionKeyFile.read(files.keyEncryptionKey()),
                LengthPrefixed.of("cyberspace-id/keyset", "network-number").bytes());
        ((ObjectNode) root.get("keysets")).set("network-number", JSON.readTree(sealed));
        JSON.writeValue(files.keysets().toFile(), root);
        assertRefused("network-number", "never replaced");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "null", "{\"format\":1}", "{\"format\":1,\"keysets\":{}}", "not JSON"})
    void refusesDamagedKeysets(String content) throws IOException {
        files.create();
        Files.writeString(files.keysets(), content);
        assertRefused("keyset file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "secret-in-here", "{\"primaryKeyId\":1,\"key\":[{\"secret-in-here\":1}]}"})
    void aDamagedKeyEncryptionKeyIsNotQuoted(String content) throws IOException {
        files.create();
        Files.writeString(files.keyEncryptionKey(), content);
        assertThatThrownBy(() -> files.open(DeploymentMode.PRODUCTION))
                .isInstanceOf(KeysUnusableException.class)
                .hasStackTraceContaining("holds no key that seals")
                .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("secret-in-here"));
    }

    @Test
    void creatingNeverReplaces() throws IOException {
        files.create();
        byte[] before = Files.readAllBytes(files.keysets());
        assertThatThrownBy(files::create).isInstanceOf(FileAlreadyExistsException.class);
        Files.delete(files.keyEncryptionKey());
        assertThatThrownBy(files::create).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(Files.readAllBytes(files.keysets())).isEqualTo(before);
        assertThat(list(folder)).containsExactly("keysets.json");
    }

    @Test
    void nodesThatStartTogetherShareTheKeys() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Keyring>> starts = Stream.<Callable<Keyring>>generate(
                            () -> () -> files.open(DeploymentMode.SANDBOX))
                    .limit(8)
                    .toList();
            List<String> derived = nodes.invokeAll(starts).stream()
                    .map(KeyFilesTest::derivation)
                    .toList();
            assertThat(derived).hasSize(8).containsOnly(derived.get(0));
        } finally {
            nodes.shutdown();
        }
    }

    private static String derivation(Future<Keyring> node) {
        try {
            return List.of(node.get().derive(KeyPurpose.NETWORK_NUMBER, LengthPrefixed.of("x"))).stream()
                    .map(java.util.HexFormat.of()::formatHex)
                    .collect(Collectors.joining());
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private void assertRefused(String... words) {
        assertThatThrownBy(() -> files.open(DeploymentMode.PRODUCTION))
                .isInstanceOf(KeysUnusableException.class)
                .satisfies(e -> assertThat(e.getMessage()).contains(words));
    }

    private static String stackTrace(Throwable failure) {
        java.io.StringWriter text = new java.io.StringWriter();
        failure.printStackTrace(new java.io.PrintWriter(text));
        return text.toString();
    }

    private static List<String> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
