package org.cyberspaceid.vault.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys in files: who may read them, and what is refused at the start. */
class KeySetupTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Path keysets;
    private FileKeyCustody custody;

    @BeforeEach
    void createKeys() throws IOException {
        keysets = TestKeys.keysetFile(folder);
        custody = TestKeys.custody(folder, Suite.STANDARD);
        TestKeys.setup(folder).create(Suite.STANDARD);
    }

    @Test
    void everyFileIsForItsOwnerOnly() throws IOException {
        assertThat(keyFiles()).hasSize(2);
        for (Path file : keyFiles()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keysets)))
                .isEqualTo("rw-------");
    }

    @Test
    void creatingNeverReplaces() throws IOException {
        byte[] before = Files.readAllBytes(keysets);
        assertThatThrownBy(() -> TestKeys.setup(folder).create(Suite.STANDARD))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(Files.readAllBytes(keysets)).isEqualTo(before);
        assertThat(custody.sealingKeys()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rwx------", "rw--w----"})
    void refusesLooserPermissions(String permissions) throws IOException {
        Path root = keyFile("root-");
        for (Path file : List.of(keysets, root)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
            assertRefused(file.toString(), permissions, "chmod 600");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        }
        assertThat(Keyring.open(keysets, custody)).isNotNull();
    }

    @Test
    void refusesToOpenWithoutItsRootKeyOrWithAnother() throws IOException {
        Path root = keyFile("root-");
        byte[] content = Files.readAllBytes(root);
        Files.delete(root);
        assertRefused("does not open with the sealing key", "root-");
        custody.createSealingKey(root.getFileName().toString().replace(".key", ""));
        assertRefused("does not open with the sealing key", "root-");
        Files.write(root, content);
        assertThat(Keyring.open(keysets, custody)).isNotNull();
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        Files.delete(keysets);
        assertRefused("keyset file", "does not exist", "VaultKeys create");
    }

    @Test
    void aFileFromBeforeThereWasAQueueGetsItsFirstKeyAsLaterOnes() throws IOException {
        for (KeyPurpose purpose : List.of(KeyPurpose.QUEUE, KeyPurpose.DEVICE_COOKIE)) {
            ObjectNode root = (ObjectNode) JSON.readTree(keysets.toFile());
            ((ObjectNode) root.get("keysets")).remove(purpose.code());
            JSON.writeValue(keysets.toFile(), root);
            if (purpose == KeyPurpose.QUEUE) {
                assertRefused("has no key of queue yet", "VaultKeys rotate queue");
                new KeySetup(keysets, custody, Clock.systemUTC()).addKey(purpose);
                assertThat(Keyring.open(keysets, custody)).isNotNull();
            }
        }
        assertRefused("damaged or incomplete");
    }

    @Test
    void refusesExchangedKeysetsAndAnotherSuite() throws IOException {
        ObjectNode root = (ObjectNode) JSON.readTree(keysets.toFile());
        ObjectNode sets = (ObjectNode) root.get("keysets");
        JsonNode blindIndex = sets.get("blind-index");
        sets.set("blind-index", sets.get("person-key"));
        sets.set("person-key", blindIndex);
        JSON.writeValue(keysets.toFile(), root);
        assertRefused("does not open with the sealing key");

        sets.set("person-key", sets.get("blind-index"));
        sets.set("blind-index", blindIndex);
        root.put("suite", "national");
        JSON.writeValue(keysets.toFile(), root);
        assertRefused("does not open with the sealing key");
        root.put("suite", "standard");
        JSON.writeValue(keysets.toFile(), root);
        assertThat(Keyring.open(keysets, custody)).isNotNull();
    }

    @Test
    void refusesASecondKeyWhereKeysAreNeverReplaced() throws Exception {
        ObjectNode root = (ObjectNode) JSON.readTree(keysets.toFile());
        var parameters = Suite.STANDARD.parameters(KeyPurpose.NETWORK_NUMBER);
        KeysetHandle two = KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.generateEntryFromParameters(parameters)
                        .withRandomId()
                        .makePrimary())
                .addEntry(KeysetHandle.generateEntryFromParameters(parameters).withRandomId())
                .build();
        String sealed = TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
                two,
                custody.getAead(custody.uri(root.get("sealedBy").asText())),
                LengthPrefixed.of("cyberspace-id/keyset", "standard", "network-number")
                        .bytes());
        ((ObjectNode) root.get("keysets")).set("network-number", JSON.readTree(sealed));
        JSON.writeValue(keysets.toFile(), root);
        assertRefused("network-number", "never replaced");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "{\"format\":1}",
                "{\"format\":2}",
                "{\"format\":2,\"suite\":\"standard\"}",
                "{\"format\":2,\"suite\":\"standard\",\"sealedBy\":\"../x\",\"keysets\":{}}",
                "not JSON"
            })
    void refusesDamagedKeysets(String content) throws IOException {
        Files.writeString(keysets, content);
        assertRefused("keyset file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "secret-in-here", "{\"primaryKeyId\":1,\"key\":[{\"secret-in-here\":1}]}"})
    void aDamagedSealingKeyIsNotQuoted(String content) throws IOException {
        Files.writeString(keyFile("root-"), content);
        assertThatThrownBy(() -> Keyring.open(keysets, custody))
                .isInstanceOf(KeysUnusableException.class)
                .hasStackTraceContaining("holds no key that seals")
                .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("secret-in-here"));
    }

    private void assertRefused(String... words) {
        assertThatThrownBy(() -> Keyring.open(keysets, custody))
                .isInstanceOf(KeysUnusableException.class)
                .satisfies(e -> assertThat(e.getMessage()).contains(words));
    }

    private Path keyFile(String prefix) throws IOException {
        return keyFiles().stream()
                .filter(file -> file.getFileName().toString().startsWith(prefix))
                .findFirst()
                .orElseThrow();
    }

    private List<Path> keyFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("keys"))) {
            return files.toList();
        }
    }

    private static String stackTrace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
