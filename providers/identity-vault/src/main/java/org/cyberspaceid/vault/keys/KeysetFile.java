package org.cyberspaceid.vault.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.Map;

/**
 * The keyset file: {@code {"format":1,"keysets":{"<purpose>":<encrypted Tink keyset>}}}. Each keyset is sealed by the key-encryption
 * key together with its purpose, so that two of them cannot be exchanged.
 */
final class KeysetFile {
    static final String NAME = "keyset file";

    private static final int FORMAT = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private KeysetFile() {}

    static Keyring read(Path file, Aead keyEncryptionKey) {
        TinkSetup.register();
        byte[] content = SecretFile.read(file, NAME);
        try {
            JsonNode root = JSON.readTree(content);
            if (root.path("format").asInt() != FORMAT) {
                throw new KeysUnusableException("The " + NAME + " " + file + " is not of format " + FORMAT + ".");
            }
            return new Keyring(keysets(root.path("keysets"), keyEncryptionKey));
        } catch (IOException | GeneralSecurityException wrong) {
            throw new KeysUnusableException(
                    "The " + NAME + " " + file
                            + " does not open with this key-encryption key: it is another key, or the file"
                            + " is damaged or incomplete.",
                    wrong);
        }
    }

    private static Map<KeyPurpose, KeysetHandle> keysets(JsonNode sealed, Aead keyEncryptionKey)
            throws GeneralSecurityException {
        Map<KeyPurpose, KeysetHandle> keysets = new EnumMap<>(KeyPurpose.class);
        for (KeyPurpose purpose : KeyPurpose.values()) {
            String keyset = sealed.path(purpose.code()).toString();
            keysets.put(
                    purpose, TinkJsonProtoKeysetFormat.parseEncryptedKeyset(keyset, keyEncryptionKey, place(purpose)));
        }
        return keysets;
    }

    static void create(Path file, Aead keyEncryptionKey) throws IOException {
        TinkSetup.register();
        ObjectNode root = JSON.createObjectNode().put("format", FORMAT);
        ObjectNode keysets = root.putObject("keysets");
        try {
            for (KeyPurpose purpose : KeyPurpose.values()) {
                KeysetHandle keyset = KeysetHandle.generateNew(purpose.parameters());
                keysets.set(
                        purpose.code(),
                        JSON.readTree(TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
                                keyset, keyEncryptionKey, place(purpose))));
            }
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("cannot make keysets", impossible);
        }
        SecretFile.create(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
    }

    private static byte[] place(KeyPurpose purpose) {
        return LengthPrefixed.of("cyberspace-id/keyset", purpose.code()).bytes();
    }
}
