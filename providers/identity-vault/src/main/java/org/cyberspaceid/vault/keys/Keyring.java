package org.cyberspaceid.vault.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.Map;

/**
 * The keys of all purposes, opened and ready. Safe for use by many threads. A key that an operator added to the keyset file is taken
 * up by {@link #refresh}, and at once when something was made with it.
 */
public final class Keyring {
    private static final int DERIVED_BYTES = 32;

    private final Path file;
    private final KeyCustody custody;
    private final RecordKeys recordKeys;
    private volatile FileVersion version;
    private volatile Opened opened;

    private Keyring(Path file, KeyCustody custody) {
        this.file = file;
        this.custody = custody;
        this.version = FileVersion.of(file);
        this.opened = read();
        this.recordKeys = new RecordKeys(custody);
    }

    /**
     * Opens the keys.
     *
     * @throws KeysUnusableException with a message for the operator
     */
    public static Keyring open(Path keysetFile, KeyCustody custody) {
        return new Keyring(keysetFile, custody);
    }

    /**
     * Reads the keyset file again if it was replaced. When it is unusable, the keys stay as they were.
     *
     * @return whether it was replaced
     */
    public boolean refresh() {
        FileVersion now = FileVersion.of(file);
        if (now.equals(version)) {
            return false;
        }
        opened = read();
        version = now;
        return true;
    }

    private Opened read() {
        try {
            return new Opened(KeysetFile.read(file, custody), custody);
        } catch (GeneralSecurityException unusable) {
            throw new KeysUnusableException(
                    "The " + KeysetFile.NAME + " " + file + " holds keys of another kind.", unusable);
        }
    }

    /** The algorithms of this deployment. */
    public Suite suite() {
        return opened.suite;
    }

    /** The sealing keys of records. */
    public RecordKeys recordKeys() {
        return recordKeys;
    }

    /**
     * Encrypts and authenticates.
     *
     * @param place what the value belongs to; it opens nowhere else
     */
    public byte[] seal(KeyPurpose purpose, byte[] plain, LengthPrefixed place) {
        try {
            return opened.seals.get(purpose).encrypt(plain, place.bytes());
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
            return opened.seals.get(purpose).decrypt(sealed, place.bytes());
        } catch (GeneralSecurityException broken) {
            if (refresh()) {
                return open(purpose, sealed, place);
            }
            throw new SealBrokenException(purpose.code(), broken);
        }
    }

    /** 32 pseudorandom bytes, always the same for the same input; without the key nobody can compute or confirm them. */
    public byte[] derive(KeyPurpose purpose, LengthPrefixed input) {
        if (!purpose.isNeverReplaced()) {
            throw new IllegalArgumentException("the outputs of " + purpose.code() + " change with its keys");
        }
        return compute(opened.derivations.get(purpose), input);
    }

    /** The id of the pepper that new password hashes are made with. */
    public int primaryPepper() {
        return opened.primaryPepper;
    }

    /**
     * {@link #derive} with one of the peppers.
     *
     * @throws KeysUnusableException when there is no pepper of this id
     */
    public byte[] pepper(int id, LengthPrefixed input) {
        Prf pepper = opened.peppers.get(id);
        if (pepper == null && refresh()) {
            return pepper(id, input);
        }
        if (pepper == null) {
            throw new KeysUnusableException("There is no password pepper " + Integer.toUnsignedString(id)
                    + ": restore the keyset file that belongs to this database.");
        }
        return compute(pepper, input);
    }

    private static byte[] compute(Prf prf, LengthPrefixed input) {
        try {
            return prf.compute(input.bytes(), DERIVED_BYTES);
        } catch (GeneralSecurityException unusable) {
            throw new KeysUnusableException("A derivation key cannot be used.", unusable);
        }
    }

    /** What stands behind the purposes at one moment. */
    private static final class Opened {
        private final Suite suite;
        private final Map<KeyPurpose, Aead> seals = new EnumMap<>(KeyPurpose.class);
        private final Map<KeyPurpose, Prf> derivations = new EnumMap<>(KeyPurpose.class);
        private final Map<Integer, Prf> peppers;
        private final int primaryPepper;

        Opened(KeysetFile.Content content, KeyCustody custody) throws GeneralSecurityException {
            suite = content.suite();
            for (KeyPurpose purpose : KeyPurpose.values()) {
                if (purpose.seals()) {
                    seals.put(purpose, primitive(content, purpose, Aead.class));
                } else if (purpose.isNeverReplaced()) {
                    derivations.put(purpose, custody.derives() ? inCustody(custody, purpose) : only(content, purpose));
                }
            }
            PrfSet pepperSet = primitive(content, KeyPurpose.PASSWORD_PEPPER, PrfSet.class);
            peppers = pepperSet.getPrfs();
            primaryPepper = pepperSet.getPrimaryId();
        }

        private static Prf inCustody(KeyCustody custody, KeyPurpose purpose) {
            return custody.derivationKey(purpose)
                    .orElseThrow(() -> new KeysUnusableException(
                            "The derivation key of " + purpose.code() + " is missing. Restore it from its backup."));
        }

        /** A second key could only be a replacement, and these keys are never replaced. */
        private static Prf only(KeysetFile.Content content, KeyPurpose purpose) throws GeneralSecurityException {
            PrfSet set = primitive(content, purpose, PrfSet.class);
            if (set.getPrfs().size() != 1) {
                throw new KeysUnusableException(
                        "The keyset " + purpose.code() + " must hold one key: it is never replaced.");
            }
            return set.getPrfs().get(set.getPrimaryId());
        }

        private static <P> P primitive(KeysetFile.Content content, KeyPurpose purpose, Class<P> type)
                throws GeneralSecurityException {
            KeysetHandle keyset = content.keysets().get(purpose);
            if (keyset == null) {
                throw new KeysUnusableException("The " + KeysetFile.NAME + " has no key of " + purpose.code()
                        + " yet: VaultKeys rotate " + purpose.code() + " makes the first.");
            }
            return keyset.getPrimitive(RegistryConfiguration.get(), type);
        }
    }
}
