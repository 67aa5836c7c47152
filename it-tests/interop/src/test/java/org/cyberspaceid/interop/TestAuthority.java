package org.cyberspaceid.interop;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority for one run, and the certificate of {@code localhost}; in the forms that Apache, Node.js and Java read. */
final class TestAuthority {
    private static final X500Principal NAME = new X500Principal("CN=Authority of one test run");
    private static final Duration LIFE = Duration.ofDays(2);

    private final Path trustStore;
    private final Instant now = Instant.now();
    private final KeyPair own = keys();

    private TestAuthority(Path trustStore) {
        this.trustStore = trustStore;
    }

    /** Makes a new one, in the folder of the trust store that Maven has this JVM use. */
    static TestAuthority create() {
        String trustStore = System.getProperty("javax.net.ssl.trustStore");
        if (trustStore == null) {
            throw new IllegalStateException("set javax.net.ssl.trustStore in JAVA_TOOL_OPTIONS, as pom.xml does");
        }
        TestAuthority authority = new TestAuthority(Path.of(trustStore));
        try {
            Files.createDirectories(authority.folder());
            authority.writeAll();
        } catch (IOException | GeneralSecurityException | OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
        return authority;
    }

    /** Where {@code server.pem} and {@code server.key} are. */
    Path folder() {
        return trustStore.getParent();
    }

    /** The authority's own certificate. */
    Path certificate() {
        return folder().resolve("authority.pem");
    }

    private void writeAll() throws IOException, GeneralSecurityException, OperatorCreationException {
        X509Certificate authority = authority();
        pem("authority.pem", "CERTIFICATE", authority.getEncoded());
        KeyPair server = keys();
        pem("server.pem", "CERTIFICATE", server(server.getPublic()).getEncoded());
        pem("server.key", "PRIVATE KEY", server.getPrivate().getEncoded());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", authority);
        try (OutputStream out = Files.newOutputStream(trustStore)) {
            trusted.store(out, "changeit".toCharArray());
        }
    }

    private X509Certificate authority() throws IOException, GeneralSecurityException, OperatorCreationException {
        return sign(builder(1, NAME, own.getPublic())
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign)));
    }

    private X509Certificate server(PublicKey key)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        GeneralName[] names = {
            new GeneralName(GeneralName.dNSName, "localhost"), new GeneralName(GeneralName.iPAddress, "127.0.0.1")
        };
        return sign(builder(2, new X500Principal("CN=localhost"), key)
                .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names)));
    }

    private X509v3CertificateBuilder builder(long serial, X500Principal subject, PublicKey key) {
        return new JcaX509v3CertificateBuilder(
                NAME, BigInteger.valueOf(serial), Date.from(now.minus(LIFE)), Date.from(now.plus(LIFE)), subject, key);
    }

    private X509Certificate sign(X509v3CertificateBuilder builder)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(own.getPrivate())));
    }

    private void pem(String file, String type, byte[] der) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        try {
            Files.writeString(
                    folder().resolve(file),
                    "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(type, text),
                    StandardCharsets.US_ASCII);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
