package org.cyberspaceid.vault.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.Map;

/**
 * The keyset file: {@code {"format":2,"suite":…,"sealedBy":<sealing key>,"keysets":{"<purpose>":<encrypted Tink keyset>}}}. Each
 * keyset is sealed together with the suite and its purpose, so that two of them cannot be exchanged. Purposes whose keys the custody
 * derives with are not in it.
 */
final class KeysetFile {
    static final String NAME = "keyset file";

    private static final int FORMAT = 2;
    private static final ObjectMapper JSON = new ObjectMapper();

    private KeysetFile() {}

    /**
     * What the file holds, opened.
     *
     * @param sealedBy the name of the sealing key
     */
    record Content(Suite suite, String sealedBy, Map<KeyPurpose, KeysetHandle> keysets) {}

    /** The suite that a file names, without opening it. */
    static Suite suite(Path file) {
        return suite(file, json(file));
    }

    static Content read(Path file, KeyCustody custody) {
        TinkSetup.register();
        JsonNode root = json(file);
        Suite suite = suite(file, root);
        String sealedBy = root.path("sealedBy").asText();
        try {
            Aead key = custody.getAead(custody.uri(sealedBy));
            return new Content(suite, sealedBy, keysets(root.path("keysets"), suite, key, custody.derives()));
        } catch (GeneralSecurityException | IOException | IllegalArgumentException wrong) {
            throw new KeysUnusableException(
                    "The " + NAME + " " + file + " does not open with the sealing key \"" + sealedBy
                            + "\": the key is missing or another one, or the file is damaged or incomplete.",
                    wrong);
        }
    }

    private static Suite suite(Path file, JsonNode root) {
        int format = root.path("format").asInt();
        if (format != FORMAT) {
            throw new KeysUnusableException("The " + NAME + " " + file + " is not of format " + FORMAT
                    + (format == 1 ? " but from before the first release: start over (sandbox: -Dfresh)." : "."));
        }
        return Suite.ofCode(root.path("suite").asText())
                .orElseThrow(() -> new KeysUnusableException("The " + NAME + " " + file + " names no known suite."));
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(SecretFile.read(file, NAME));
        } catch (IOException notJson) {
            throw new KeysUnusableException("The " + NAME + " " + file + " is damaged: it is not JSON.");
        }
    }

    private static Map<KeyPurpose, KeysetHandle> keysets(JsonNode sealed, Suite suite, Aead key, boolean custodyDerives)
            throws GeneralSecurityException, IOException {
        Map<KeyPurpose, KeysetHandle> keysets = new EnumMap<>(KeyPurpose.class);
        for (KeyPurpose purpose : KeyPurpose.values()) {
            if (isInFile(purpose, custodyDerives) && !isYetToBeMade(sealed, purpose)) {
                String keyset = sealed.path(purpose.code()).toString();
                keysets.put(
                        purpose, TinkJsonProtoKeysetFormat.parseEncryptedKeyset(keyset, key, place(suite, purpose)));
            }
        }
        return keysets;
    }

    /** A file from before there was this purpose: its first key is added as later ones are. */
    private static boolean isYetToBeMade(JsonNode sealed, KeyPurpose purpose) {
        return purpose == KeyPurpose.QUEUE && sealed.path(purpose.code()).isMissingNode();
    }

    /** Whether the keyset of a purpose stands in the file, rather than in a custody that derives. */
    static boolean isInFile(KeyPurpose purpose, boolean custodyDerives) {
        return !(custodyDerives && purpose.isNeverReplaced());
    }

    /**
     * Writes a new file.
     *
     * @throws FileAlreadyExistsException when there is one; it stays as it was
     */
    static void create(Path file, KeyCustody custody, Content content) throws IOException {
        SecretFile.create(file, bytes(custody, content));
    }

    /** Replaces the file, at once and whole. */
    static void replace(Path file, KeyCustody custody, Content content) {
        try {
            SecretFile.replace(file, bytes(custody, content));
        } catch (IOException unwritable) {
            throw new KeysUnusableException("The " + NAME + " " + file + " cannot be written.", unwritable);
        }
    }

    private static byte[] bytes(KeyCustody custody, Content content) throws IOException {
        TinkSetup.register();
        ObjectNode root = JSON.createObjectNode()
                .put("format", FORMAT)
                .put("suite", content.suite().code())
                .put("sealedBy", content.sealedBy());
        ObjectNode keysets = root.putObject("keysets");
        try {
            Aead key = custody.getAead(custody.uri(content.sealedBy()));
            for (Map.Entry<KeyPurpose, KeysetHandle> keyset : content.keysets().entrySet()) {
                String sealed = TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
                        keyset.getValue(), key, place(content.suite(), keyset.getKey()));
                keysets.set(keyset.getKey().code(), JSON.readTree(sealed));
            }
        } catch (GeneralSecurityException unusable) {
            throw new KeysUnusableException("The sealing key " + content.sealedBy() + " cannot be used.", unusable);
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    private static byte[] place(Suite suite, KeyPurpose purpose) {
        return LengthPrefixed.of("cyberspace-id/keyset", suite.code(), purpose.code())
                .bytes();
    }
}
