package org.cyberspaceid.document.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** TLS with a certificate of ours, and with the registry's authority as the only one that is believed. */
public final class RegistryTls {
    private static final String PKCS12 = "PKCS12";

    private RegistryTls() {}

    /**
     * Reads two PKCS #12 files.
     *
     * @param ours holds our key and certificate
     * @param theirs holds the certificates of the authorities that the registry's may come from; the JDK's own list does not count
     * @throws IllegalArgumentException when one is missing, has another password, or holds nothing of the kind
     */
    public static SSLContext of(Path ours, char[] ourPassword, Path theirs, char[] theirPassword) {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(read(ours, ourPassword), ourPassword);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(read(theirs, theirPassword));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalArgumentException("the registry's key store or trust store", unusable);
        }
    }

    private static KeyStore read(Path file, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(PKCS12);
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        if (store.size() == 0) {
            throw new IOException("nothing in " + file.getFileName());
        }
        return store;
    }
}
