package org.cyberspaceid.virtual;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate as a test of the trust store needs it, well made or not: any name, key, time and extension. {@link SandboxAuthority} is for
 * documents.
 */
public final class CertificateOrder {
    static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private final SecureRandom random = new SecureRandom();
    private final X500Name name;
    private final KeyPair keys;
    private final SubjectPublicKeyInfo key;
    private final ExtensionsGenerator extensions = new ExtensionsGenerator();
    private Instant from = Instant.now().minus(Duration.ofDays(1));
    private Instant to = from.plus(Duration.ofDays(365));

    private CertificateOrder(String name, KeyPair keys, SubjectPublicKeyInfo key) {
        this.name = new X500Name(name);
        this.keys = keys;
        this.key = key;
    }

    /** @param key {@code RSA-2048} and the like, or the name of a curve */
    public static CertificateOrder of(String name, String key) {
        return of(name, makeKeys(key));
    }

    /** A certificate of these keys. */
    public static CertificateOrder of(String name, KeyPair keys) {
        return new CertificateOrder(
                name, keys, SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
    }

    /** As passports have it: the parameters of the curve written out. */
    public static CertificateOrder withExplicitCurve(String name, String curve) {
        KeyPair keys = makeKeys(curve);
        SubjectPublicKeyInfo named =
                SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded());
        return new CertificateOrder(
                name,
                keys,
                new SubjectPublicKeyInfo(
                        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, ECNamedCurveTable.getByName(curve)),
                        named.getPublicKeyData().getBytes()));
    }

    /** An authority's: basicConstraints and keyUsage of ICAO 9303-12, 7.1. */
    public static CertificateOrder authority(String name, String key) {
        return of(name, key).asAuthority();
    }

    /** Adds what makes it an authority's. */
    public CertificateOrder asAuthority() {
        return with(Extension.basicConstraints, true, new BasicConstraints(0))
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    }

    /** Adds keyUsage digitalSignature. */
    public CertificateOrder asSigner() {
        return with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    }

    /** Adds an extension. */
    public CertificateOrder with(ASN1ObjectIdentifier extension, boolean critical, ASN1Encodable value) {
        try {
            extensions.addExtension(extension, critical, value);
            return this;
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** From when to when it is valid; without it from yesterday for a year. */
    public CertificateOrder valid(Instant first, Instant last) {
        from = first;
        to = last;
        return this;
    }

    /** Signs it with its own key. */
    public Holder selfSigned() {
        return sign(name, keys.getPrivate());
    }

    /** Signs it with that one's key. */
    public Holder signedBy(Holder issuer) {
        return sign(issuer.certificate().getSubject(), issuer.key());
    }

    private Holder sign(X500Name issuer, PrivateKey issuerKey) {
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                issuer, new BigInteger(120, random).add(BigInteger.ONE), Date.from(from), Date.from(to), name, key);
        if (!extensions.isEmpty()) {
            Extensions all = extensions.generate();
            for (ASN1ObjectIdentifier oid : all.getExtensionOIDs()) {
                addTo(builder, all.getExtension(oid));
            }
        }
        return new Holder(keys.getPrivate(), builder.build(signer(issuerKey)));
    }

    private static void addTo(X509v3CertificateBuilder builder, Extension extension) {
        try {
            builder.addExtension(extension);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static ContentSigner signer(PrivateKey key) {
        try {
            return new JcaContentSignerBuilder(algorithm(key))
                    .setProvider(PROVIDER)
                    .build(key);
        } catch (OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String algorithm(PrivateKey key) {
        return "RSA".equals(key.getAlgorithm()) ? "SHA256withRSA" : "SHA256withECDSA";
    }

    private static KeyPair makeKeys(String key) {
        try {
            boolean rsa = key.startsWith("RSA-");
            KeyPairGenerator generator = KeyPairGenerator.getInstance(rsa ? "RSA" : "EC", PROVIDER);
            if (rsa) {
                generator.initialize(Integer.parseInt(key.substring("RSA-".length())));
            } else {
                generator.initialize(new ECGenParameterSpec(key));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
