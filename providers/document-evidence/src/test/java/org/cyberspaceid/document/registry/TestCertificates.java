package org.cyberspaceid.document.registry;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority for TLS certificates, and the stores that an operator would have. */
final class TestCertificates {
    static final char[] PASSWORD = "store".toCharArray();

    private final KeyPair keys = keys();
    private final X509Certificate authority;

    TestCertificates(String name) {
        authority = issue("CN=" + name, "CN=" + name, keys, keys.getPrivate(), true, name);
    }

    /** A PKCS #12 file with a key and a certificate for this host. */
    Path keyStore(Path folder, String host) {
        KeyPair own = keys();
        X509Certificate certificate =
                issue(authority.getSubjectX500Principal().getName(), "CN=" + host, own, keys.getPrivate(), false, host);
        return store(folder.resolve(host + own.hashCode() + ".p12"), own.getPrivate(), certificate, authority);
    }

    /** A PKCS #12 file with this authority only. */
    Path trustStore(Path folder) {
        return store(folder.resolve("trust" + authority.hashCode() + ".p12"), null, authority);
    }

    private static X509Certificate issue(
            String issuer, String subject, KeyPair of, PrivateKey by, boolean isAuthority, String host) {
        try {
            Instant now = Instant.now();
            var builder = new JcaX509v3CertificateBuilder(
                    new X500Name(issuer),
                    BigInteger.valueOf(System.nanoTime()),
                    Date.from(now.minus(Duration.ofHours(1))),
                    Date.from(now.plus(Duration.ofDays(1))),
                    new X500Name(subject),
                    of.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.dNSName, host.replace(' ', '-'))));
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by)));
        } catch (IOException | GeneralSecurityException | OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Path store(Path file, PrivateKey key, X509Certificate... chain) {
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, PASSWORD);
            if (key == null) {
                store.setCertificateEntry("authority", chain[0]);
            } else {
                store.setKeyEntry("key", key, PASSWORD, (Certificate[]) chain);
            }
            store.store(out, PASSWORD);
            return file;
        } catch (IOException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

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
