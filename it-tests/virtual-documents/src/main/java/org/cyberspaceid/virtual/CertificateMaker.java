package org.cyberspaceid.virtual;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates by the profile of ICAO 9303-12, 7.1, for an authority that says in its name that it is none. */
final class CertificateMaker {
    private static final String ORGANISATION = ",O=Cyberspace ID sandbox,OU=NOT A REAL AUTHORITY";
    private static final Duration AUTHORITY_LIFE = Duration.ofDays(365 * 25L);
    private static final Duration SIGNER_LIFE = Duration.ofDays(365 * 15L);

    private final SecureRandom random = new SecureRandom();
    private final Instant from;

    CertificateMaker(Clock clock) {
        this.from = clock.instant().minus(Duration.ofDays(1));
    }

    /** A self-signed country signing authority. */
    Signatory authority(String country, KeyPair keys, SubjectKeyIdentifier keyIdentifier) {
        X500Name name = named(country, "CSCA");
        X509v3CertificateBuilder builder = builder(name, name, keys.getPublic(), AUTHORITY_LIFE);
        return finish(builder, keys, new Signatory(keys.getPrivate(), null), keyIdentifier, b -> {
            b.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            b.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            b.addExtension(Extension.subjectKeyIdentifier, false, keyIdentifier);
        });
    }

    /** A document signer under an authority. */
    Signatory signer(String name, KeyPair keys, Signatory authority, SubjectKeyIdentifier authorityKey) {
        return under(authority, authorityKey, "document signer " + name, keys, KeyUsage.digitalSignature);
    }

    /** A certificate under an authority that may encipher keys, and not sign documents. */
    Signatory noSigner(KeyPair keys, Signatory authority, SubjectKeyIdentifier authorityKey) {
        return under(authority, authorityKey, "no document signer", keys, KeyUsage.keyEncipherment);
    }

    private Signatory under(
            Signatory authority, SubjectKeyIdentifier authorityKey, String name, KeyPair keys, int usage) {
        X500Name issuer = X500Name.getInstance(
                authority.certificate().getSubjectX500Principal().getEncoded());
        String country =
                IETFUtils.valueToString(issuer.getRDNs(BCStyle.C)[0].getFirst().getValue());
        X509v3CertificateBuilder builder = builder(issuer, named(country, name), keys.getPublic(), SIGNER_LIFE);
        return finish(
                builder,
                keys,
                authority,
                authorityKey,
                b -> b.addExtension(Extension.keyUsage, true, new KeyUsage(usage)));
    }

    private static X500Name named(String country, String name) {
        return new X500Name("C=" + country + ORGANISATION + ",CN=Sandbox " + name);
    }

    /** A reader service: self-signed, because it is trusted by being listed. */
    Signatory readerService(KeyPair keys) {
        X500Name name = named("CN", "reader service");
        X509v3CertificateBuilder builder = builder(name, name, keys.getPublic(), SIGNER_LIFE);
        return finish(
                builder,
                keys,
                new Signatory(keys.getPrivate(), null),
                keyIdentifier(keys.getPublic()),
                b -> b.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature)));
    }

    static SubjectKeyIdentifier keyIdentifier(PublicKey key) {
        return new BcX509ExtensionUtils()
                .createSubjectKeyIdentifier(SubjectPublicKeyInfo.getInstance(key.getEncoded()));
    }

    private X509v3CertificateBuilder builder(X500Name issuer, X500Name subject, PublicKey key, Duration life) {
        return new X509v3CertificateBuilder(
                issuer,
                new BigInteger(120, random).add(BigInteger.ONE),
                Date.from(from),
                Date.from(from.plus(life)),
                subject,
                SubjectPublicKeyInfo.getInstance(key.getEncoded()));
    }

    private static Signatory finish(
            X509v3CertificateBuilder builder,
            KeyPair keys,
            Signatory issuer,
            SubjectKeyIdentifier issuerKey,
            Extensions extensions) {
        try {
            extensions.addTo(builder);
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(issuerKey.getKeyIdentifier()));
            String algorithm = "EC".equals(issuer.key().getAlgorithm()) ? "SHA256withECDSA" : "SHA256withRSA";
            return new Signatory(
                    keys.getPrivate(),
                    new JcaX509CertificateConverter()
                            .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(issuer.key()))));
        } catch (CertIOException | OperatorCreationException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @FunctionalInterface
    private interface Extensions {
        void addTo(X509v3CertificateBuilder builder) throws CertIOException;
    }
}
