package org.cyberspaceid.vault.keys;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Provider;
import java.util.Optional;
import javax.crypto.SecretKey;

/** A key in the token: here is only its label and a handle, which is found anew where it does not hold any more. */
final class Pkcs11Key {
    private final Pkcs11Token token;
    private final String label;
    private volatile SecretKey handle;

    private Pkcs11Key(Pkcs11Token token, String label, SecretKey handle) {
        this.token = token;
        this.label = label;
        this.handle = handle;
    }

    /** The key with this label, if there is one. */
    static Optional<Pkcs11Key> find(Pkcs11Token token, String label) throws GeneralSecurityException {
        return token.use(connection -> connection.key(label).map(handle -> new Pkcs11Key(token, label, handle)));
    }

    /** Something that is done with a key, in the token. */
    interface Use {
        byte[] with(Provider provider, SecretKey key) throws GeneralSecurityException;
    }

    byte[] use(Use use) throws GeneralSecurityException {
        return token.use(connection -> {
            try {
                return use.with(connection.provider(), handle);
            } catch (InvalidKeyException stale) {
                // Another node destroyed it (then there is none), the login ended and with it the handle, or the
                // connection is a
                // new one, whose provider takes only its own handles.
                handle = connection
                        .key(label)
                        .orElseThrow(() -> new GeneralSecurityException("there is no key " + label + " in the HSM"));
                return use.with(connection.provider(), handle);
            }
        });
    }
}
