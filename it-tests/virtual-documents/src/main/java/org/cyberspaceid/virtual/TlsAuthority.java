package org.cyberspaceid.virtual;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.UUID;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;

/** An authority for TLS certificates, and the PKCS #12 files that an operator would have of it. */
public final class TlsAuthority {
    private final Holder authority;
    private final char[] password;

    /** @param password of every file */
    public TlsAuthority(String name, String password) {
        this.authority = CertificateOrder.of("CN=" + name, keys())
                .with(Extension.basicConstraints, true, new BasicConstraints(true))
                .selfSigned();
        this.password = password.toCharArray();
    }

    /** A file with a key and a certificate for this host. */
    public Path keyStore(Path folder, String host) {
        Holder own = CertificateOrder.of("CN=" + host, keys())
                .with(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, host)))
                .signedBy(authority);
        return store(folder.resolve(host + "-" + UUID.randomUUID() + ".p12"), own.key(), own, authority);
    }

    /** A file with this authority only. */
    public Path trustStore(Path folder) {
        return store(folder.resolve("trust-" + UUID.randomUUID() + ".p12"), null, authority);
    }

    private Path store(Path file, PrivateKey key, Holder... chain) {
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            if (key == null) {
                store.setCertificateEntry("authority", x509(chain[0]));
            } else {
                Certificate[] certificates = new Certificate[chain.length];
                for (int i = 0; i < chain.length; i++) {
                    certificates[i] = x509(chain[i]);
                }
                store.setKeyEntry("key", key, password, certificates);
            }
            store.store(out, password);
            return file;
        } catch (IOException | GeneralSecurityException cannot) {
            throw new IllegalStateException("cannot write " + file, cannot);
        }
    }

    private static X509Certificate x509(Holder holder) throws GeneralSecurityException {
        return new JcaX509CertificateConverter().getCertificate(holder.certificate());
    }

    /** The JDK's, which its own TLS takes. */
    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
