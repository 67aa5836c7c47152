package org.cyberspaceid.vault.keys;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.crypto.SecretKey;

/**
 * A token in which the user is logged in. SunPKCS11 pools the sessions. Every method may also throw its runtime exceptions. What
 * makes, lists and destroys keys goes one after the other; keys are used beside it.
 */
final class Pkcs11Connection {
    private static final int ATTEMPTS = 20;
    /** No login is ever among what is repeated: CKR_PIN_INCORRECT must end it. */
    private static final Set<String> CHANGED_MEANWHILE =
            Set.of("CKR_OBJECT_HANDLE_INVALID", "CKR_ATTRIBUTE_VALUE_INVALID", "CKR_GENERAL_ERROR");

    private final Pkcs11Slot slot;
    private final Provider provider;
    private final KeyStore keys;
    private final KeyStore.ProtectionParameter login;

    private Pkcs11Connection(Pkcs11Slot slot, Pkcs11Pin pin) throws GeneralSecurityException {
        this.slot = slot;
        this.provider = slot.provider("");
        this.keys = KeyStore.getInstance("PKCS11", provider);
        this.login = new KeyStore.CallbackHandlerProtection(pin);
        labels();
    }

    /** @throws KeysUnusableException with a message for the operator */
    static Pkcs11Connection open(Pkcs11Slot slot, Pkcs11Pin pin) {
        try {
            return new Pkcs11Connection(slot, pin);
        } catch (GeneralSecurityException | RuntimeException failed) {
            String reason = Pkcs11Faults.reason(failed);
            if (!reason.startsWith("CKR_PIN_")) {
                throw new KeysUnusableException("The token in the HSM cannot be opened: " + reason + ".", failed);
            }
            pin.refuse();
            throw new KeysUnusableException(
                    "The HSM refuses the PIN: " + reason + ". Correct the " + Pkcs11Pin.WHAT
                            + " before the next start: after a few wrong ones most HSMs lock the token.",
                    failed);
        }
    }

    Provider provider() {
        return provider;
    }

    /** The labels of all secret keys in the token at this moment. */
    synchronized SortedSet<String> labels() throws GeneralSecurityException {
        return whileOthersChange(() -> {
            load();
            return new TreeSet<>(Collections.list(keys.aliases()));
        });
    }

    /** SunPKCS11's key store knows the labels of its last {@link #load}; for the key itself it asks the token. */
    synchronized Optional<SecretKey> key(String label) throws GeneralSecurityException {
        return whileOthersChange(() -> {
            Key key = keys.getKey(label, null);
            if (key == null) {
                load();
                key = keys.getKey(label, null);
            }
            return Optional.ofNullable(key).map(SecretKey.class::cast);
        });
    }

    /** Makes a key. Whether the label is free is for {@link Pkcs11Creation} to see to. */
    synchronized void generate(Pkcs11KeyKind kind, String label) throws GeneralSecurityException {
        kind.generate(slot, label);
    }

    synchronized void destroy(String label) throws GeneralSecurityException {
        whileOthersChange(() -> {
            load();
            keys.deleteEntry(label);
            return null;
        });
    }

    /** Logs in where that is needed, and lists the labels. */
    private void load() throws GeneralSecurityException {
        try {
            keys.load(() -> login);
        } catch (IOException failed) {
            throw new GeneralSecurityException("the keys in the HSM cannot be listed", failed);
        }
    }

    private interface Work<T> {
        T run() throws GeneralSecurityException;
    }

    /**
     * SunPKCS11 first lists handles and then asks for each one's label; in between, another node may destroy a key, or be just
     * writing it, for which SoftHSM has no better word than CKR_GENERAL_ERROR.
     */
    private static <T> T whileOthersChange(Work<T> work) throws GeneralSecurityException {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.run();
            } catch (GeneralSecurityException | ProviderException failed) {
                if (attempt == ATTEMPTS || !CHANGED_MEANWHILE.contains(Pkcs11Faults.reason(failed))) {
                    throw failed;
                }
            }
        }
    }
}
