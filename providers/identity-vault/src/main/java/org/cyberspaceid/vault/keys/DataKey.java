package org.cyberspaceid.vault.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.Random;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/** A key that seals the values of one person and nothing else. */
public final class DataKey {
    private static final int DERIVED_BYTES = 32;

    private final Suite suite;
    private final byte[] bytes;
    private final Aead aead;

    private DataKey(Suite suite, byte[] bytes) throws GeneralSecurityException {
        this.suite = suite;
        this.bytes = bytes;
        this.aead = suite.sealWith(bytes);
    }

    /** A key that nobody knows. */
    public static DataKey fresh(Suite suite) {
        try {
            return new DataKey(suite, Random.randBytes(suite.dataKeyBytes()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("cannot make a data key", impossible);
        }
    }

    /**
     * Opens a data key.
     *
     * @param whose it is, for the operator
     * @throws SealBrokenException when it does not open there
     */
    public static DataKey open(Keyring keys, String recordKey, byte[] sealed, LengthPrefixed place, String whose) {
        try {
            return new DataKey(keys.suite(), keys.recordKeys().open(recordKey, sealed, place));
        } catch (GeneralSecurityException | IllegalArgumentException | SealBrokenException broken) {
            throw new SealBrokenException("data key of " + whose, broken);
        }
    }

    /** This key, sealed by a record key. */
    public byte[] sealedBy(Keyring keys, String recordKey, LengthPrefixed place) {
        return keys.recordKeys().seal(recordKey, bytes, place);
    }

    /** 32 bytes that only this key gives for this use: what it seals and what it derives never meet, as cipher and hash differ. */
    public byte[] derive(LengthPrefixed use) {
        try {
            return suite.deriveWith(bytes).compute(use.bytes(), DERIVED_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("cannot derive", impossible);
        }
    }

    /** A key for one use alone, derived from this one. */
    public DataKey keyFor(LengthPrefixed use) {
        try {
            return new DataKey(suite, Arrays.copyOf(derive(use), suite.dataKeyBytes()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("cannot derive a key", impossible);
        }
    }

    /** Seals a value of the person. */
    public byte[] seal(byte[] plain, LengthPrefixed place) {
        try {
            return aead.encrypt(plain, place.bytes());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("cannot seal", impossible);
        }
    }

    /**
     * Opens a value of the person.
     *
     * @param what it is, for the operator
     * @throws SealBrokenException when it was not sealed there by this key
     */
    public byte[] open(String what, byte[] sealed, LengthPrefixed place) {
        try {
            return aead.decrypt(sealed, place.bytes());
        } catch (GeneralSecurityException broken) {
            throw new SealBrokenException(what, broken);
        }
    }
}
