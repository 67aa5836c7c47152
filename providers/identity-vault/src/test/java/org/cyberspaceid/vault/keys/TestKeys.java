package org.cyberspaceid.vault.keys;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.HmacPrfKey;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Keys for tests, made the way an operator makes them. */
public final class TestKeys {
    private TestKeys() {}

    public static Path keysetFile(Path folder) {
        return folder.resolve("keysets.json");
    }

    public static FileKeyCustody custody(Path folder, Suite suite) {
        return new FileKeyCustody(folder.resolve("keys"), suite);
    }

    public static KeySetup setup(Path folder) {
        return new KeySetup(keysetFile(folder), custody(folder, Suite.STANDARD), Clock.systemUTC());
    }

    /** Opens the keys of this folder, and makes them first where there are none. */
    public static Keyring in(Path folder) {
        return in(folder, Suite.STANDARD);
    }

    public static Keyring in(Path folder, Suite suite) {
        return in(keysetFile(folder), custody(folder, suite), suite);
    }

    public static Keyring in(Path keysetFile, KeyCustody custody, Suite suite) {
        try {
            if (Files.notExists(keysetFile)) {
                new KeySetup(keysetFile, custody, Clock.systemUTC()).create(suite);
            }
            return Keyring.open(keysetFile, custody);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Keys that are the same in every run: the name of the purpose, repeated to 32 bytes. The sealing keys are fresh. */
    public static Keyring fixed() {
        TinkSetup.register();
        try {
            Path folder = Files.createTempDirectory("fixed-keys");
            FileKeyCustody custody = custody(folder, Suite.STANDARD);
            custody.createSealingKey(KeyName.fresh(KeyName.RECORD, Instant.now()));
            custody.createSealingKey("root-fixed");
            KeysetFile.create(
                    keysetFile(folder), custody, new KeysetFile.Content(Suite.STANDARD, "root-fixed", fixedKeysets()));
            return Keyring.open(keysetFile(folder), custody);
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<KeyPurpose, KeysetHandle> fixedKeysets() throws GeneralSecurityException {
        Map<KeyPurpose, KeysetHandle> keysets = new EnumMap<>(KeyPurpose.class);
        for (KeyPurpose purpose : KeyPurpose.values()) {
            KeysetHandle.Builder.Entry entry =
                    KeysetHandle.importKey(key(purpose)).withFixedId(1).makePrimary();
            keysets.put(purpose, KeysetHandle.newBuilder().addEntry(entry).build());
        }
        return keysets;
    }

    public static byte[] fixedBytes(KeyPurpose purpose) {
        byte[] name = purpose.code().repeat(32).getBytes(StandardCharsets.US_ASCII);
        return Arrays.copyOf(name, 32);
    }

    @AccessesPartialKey
    private static Key key(KeyPurpose purpose) throws GeneralSecurityException {
        SecretBytes bytes = SecretBytes.copyFrom(fixedBytes(purpose), InsecureSecretKeyAccess.get());
        if (purpose.seals()) {
            return AesGcmKey.builder()
                    .setParameters(PredefinedAeadParameters.AES256_GCM)
                    .setIdRequirement(1)
                    .setKeyBytes(bytes)
                    .build();
        }
        return HmacPrfKey.builder()
                .setParameters(PredefinedPrfParameters.HMAC_SHA256_PRF)
                .setKeyBytes(bytes)
                .build();
    }
}
