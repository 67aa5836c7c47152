package org.cyberspaceid.virtual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;

/** A certificate to be made, valid from yesterday for 15 years until something is changed. Every certificate of this module is made here. */
final class CertificatePlan {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration LIFE = Duration.ofDays(365 * 15L);

    final Instant now;
    X500Name subject;
    SubjectPublicKeyInfo key;
    KeyPair keys;
    Instant from;
    Instant until;
    final ExtensionsGenerator extensions = new ExtensionsGenerator();

    CertificatePlan(Instant now, X500Name subject) {
        this.now = now;
        this.subject = subject;
        this.from = now.minus(Duration.ofDays(1));
        this.until = now.plus(LIFE);
    }

    /** Of an authority that says in its name that it is none. */
    static CertificatePlan of(Instant now, String country, String name) {
        return new CertificatePlan(now, named(country, name));
    }

    CertificatePlan name(String country, String name) {
        subject = named(country, name);
        return this;
    }

    private static X500Name named(String country, String name) {
        return new X500Name("C=" + country + ",O=Cyberspace ID sandbox,OU=NOT A REAL AUTHORITY,CN=Sandbox " + name);
    }

    CertificatePlan keys(KeyPair pair) {
        keys = pair;
        key = SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
        return this;
    }

    CertificatePlan keys(KeyScheme scheme, KeyScheme.Encoding encoding, String role) {
        keys = scheme.of(role);
        key = scheme.encode(keys.getPublic(), encoding);
        return this;
    }

    /** basicConstraints and keyUsage of an authority (ICAO 9303-12, 7.1). */
    CertificatePlan asAuthority() {
        return with(Extension.basicConstraints, true, new BasicConstraints(0))
                .usage(KeyUsage.keyCertSign | KeyUsage.cRLSign);
    }

    CertificatePlan usage(int usage) {
        return with(Extension.keyUsage, true, new KeyUsage(usage));
    }

    CertificatePlan with(ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {
        try {
            if (extensions.hasExtension(oid)) {
                extensions.removeExtension(oid);
            }
            extensions.addExtension(oid, critical, value);
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    Holder signedBy(X500Name issuer, ContentSigner signature) {
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                issuer,
                new BigInteger(120, RANDOM).add(BigInteger.ONE),
                Date.from(from),
                Date.from(until),
                subject,
                key);
        try {
            if (!extensions.isEmpty()) {
                for (ASN1ObjectIdentifier oid : extensions.generate().getExtensionOIDs()) {
                    builder.addExtension(extensions.getExtension(oid));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Holder(keys.getPrivate(), builder.build(signature));
    }
}
