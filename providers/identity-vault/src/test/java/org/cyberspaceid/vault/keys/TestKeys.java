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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.cyberspaceid.core.mode.DeploymentMode;

/** Keys for tests, made the way the sandbox makes them. */
public final class TestKeys {
    private TestKeys() {}

    public static KeyFiles files(Path folder) {
        return new KeyFiles(folder.resolve("keysets.json"), folder.resolve("kek.json"));
    }

    /** Opens the keys of this folder, and makes them first where there are none. */
    public static Keyring in(Path folder) {
        return files(folder).open(DeploymentMode.SANDBOX);
    }

    /** Keys that are the same in every run: the name of the purpose, repeated to 32 bytes. */
    public static Keyring fixed() {
        TinkSetup.register();
        try {
            Map<KeyPurpose, KeysetHandle> keysets = new EnumMap<>(KeyPurpose.class);
            for (KeyPurpose purpose : KeyPurpose.values()) {
                KeysetHandle.Builder.Entry entry =
                        KeysetHandle.importKey(key(purpose)).withFixedId(1).makePrimary();
                keysets.put(purpose, KeysetHandle.newBuilder().addEntry(entry).build());
            }
            return new Keyring(keysets);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
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
