package org.cyberspaceid.vault.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** The key-encryption key as a file: a Tink keyset (AES-256-GCM) as JSON, in the clear, for its owner's eyes only. */
final class KeyEncryptionKeyFile {
    static final String NAME = "key-encryption key file";

    private KeyEncryptionKeyFile() {}

    static Aead read(Path file) {
        TinkSetup.register();
        String json = new String(SecretFile.read(file, NAME), StandardCharsets.UTF_8);
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException notAKeyset) {
            // Without the cause: a parser's message could quote the file.
            throw new KeysUnusableException("The " + NAME + " " + file + " holds no key that seals.");
        }
    }

    static void create(Path file) throws IOException {
        TinkSetup.register();
        try {
            KeysetHandle key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            String json = TinkJsonProtoKeysetFormat.serializeKeyset(key, InsecureSecretKeyAccess.get());
            SecretFile.create(file, json.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("cannot make a key", impossible);
        }
    }
}
