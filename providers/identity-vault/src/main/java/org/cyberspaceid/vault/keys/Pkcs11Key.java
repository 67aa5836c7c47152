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
    private volatile Handle handle;

    private record Handle(Pkcs11Connection connection, SecretKey key) {}

    private Pkcs11Key(Pkcs11Token token, String label, Handle handle) {
        this.token = token;
        this.label = label;
        this.handle = handle;
    }

    /** The key with this label, if there is one. */
    static Optional<Pkcs11Key> find(Pkcs11Token token, String label) throws GeneralSecurityException {
        return token.use(connection ->
                connection.key(label).map(key -> new Pkcs11Key(token, label, new Handle(connection, key))));
    }

    /** Something that is done with a key, in the token. */
    interface Use {
        byte[] with(Provider provider, SecretKey key) throws GeneralSecurityException;
    }

    byte[] use(Use use) throws GeneralSecurityException {
        return token.use(connection -> {
            Handle known = handle;
            SecretKey key = known.connection() == connection ? known.key() : findAnew(connection);
            try {
                return use.with(connection.provider(), key);
            } catch (InvalidKeyException stale) {
                // Another node destroyed it (then there is none), or the login ended, and with it the handle.
                return use.with(connection.provider(), findAnew(connection));
            }
        });
    }

    private SecretKey findAnew(Pkcs11Connection connection) throws GeneralSecurityException {
        SecretKey key = connection
                .key(label)
                .orElseThrow(() -> new GeneralSecurityException("there is no key " + label + " in the HSM"));
        handle = new Handle(connection, key);
        return key;
    }
}
