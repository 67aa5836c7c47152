package org.cyberspaceid.vault.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.PrfSet;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.Map;

/** The keysets of all purposes, opened and ready. Safe for use by many threads. */
public final class Keyring {
    private static final int DERIVED_BYTES = 32;

    private final Map<KeyPurpose, Aead> seals = new EnumMap<>(KeyPurpose.class);
    private final Map<KeyPurpose, PrfSet> derivations = new EnumMap<>(KeyPurpose.class);

    Keyring(Map<KeyPurpose, KeysetHandle> keysets) throws GeneralSecurityException {
        for (KeyPurpose purpose : KeyPurpose.values()) {
            KeysetHandle keyset = keysets.get(purpose);
            if (purpose.seals()) {
                seals.put(purpose, keyset.getPrimitive(RegistryConfiguration.get(), Aead.class));
            } else {
                requireOneKey(purpose, keyset);
                derivations.put(purpose, keyset.getPrimitive(RegistryConfiguration.get(), PrfSet.class));
            }
        }
    }

    /** A second key could only be a replacement, and these keys are never replaced. */
    private static void requireOneKey(KeyPurpose purpose, KeysetHandle keyset) {
        if (keyset.size() != 1) {
            throw new KeysUnusableException(
                    "The keyset " + purpose.code() + " must hold one key: it is never replaced.");
        }
    }

    /**
     * Encrypts and authenticates.
     *
     * @param place what the value belongs to; it opens nowhere else
     */
    public byte[] seal(KeyPurpose purpose, byte[] plain, LengthPrefixed place) {
        try {
            return seals.get(purpose).encrypt(plain, place.bytes());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("cannot seal", impossible);
        }
    }

    /**
     * The value that was sealed for this place.
     *
     * @throws SealBrokenException when it is not that value
     */
    public byte[] open(KeyPurpose purpose, byte[] sealed, LengthPrefixed place) {
        try {
            return seals.get(purpose).decrypt(sealed, place.bytes());
        } catch (GeneralSecurityException broken) {
            throw new SealBrokenException(purpose, broken);
        }
    }

    /** 32 pseudorandom bytes, always the same for the same input; without the key nobody can compute or confirm them. */
    public byte[] derive(KeyPurpose purpose, LengthPrefixed input) {
        try {
            return derivations.get(purpose).computePrimary(input.bytes(), DERIVED_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("cannot derive", impossible);
        }
    }
}
