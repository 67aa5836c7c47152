package org.cyberspaceid.virtual;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
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

    private final CertificatePlan plan;

    private CertificateOrder(String name, KeyPair keys) {
        plan = new CertificatePlan(Instant.now(), new X500Name(name)).keys(keys);
    }

    /** @param key {@code RSA-2048} and the like, or the name of a curve */
    public static CertificateOrder of(String name, String key) {
        return of(name, makeKeys(key));
    }

    /** A certificate of these keys. */
    public static CertificateOrder of(String name, KeyPair keys) {
        return new CertificateOrder(name, keys);
    }

    /** As passports have it: the parameters of the curve written out. */
    public static CertificateOrder withExplicitCurve(String name, String curve) {
        CertificateOrder order = of(name, curve);
        order.plan.key = new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, ECNamedCurveTable.getByName(curve)),
                order.plan.key.getPublicKeyData().getBytes());
        return order;
    }

    /** An authority's: basicConstraints and keyUsage of ICAO 9303-12, 7.1. */
    public static CertificateOrder authority(String name, String key) {
        return of(name, key).asAuthority();
    }

    /** Adds what makes it an authority's. */
    public CertificateOrder asAuthority() {
        plan.asAuthority();
        return this;
    }

    /** Adds keyUsage digitalSignature. */
    public CertificateOrder asSigner() {
        plan.usage(KeyUsage.digitalSignature);
        return this;
    }

    /** Adds an extension. */
    public CertificateOrder with(ASN1ObjectIdentifier extension, boolean critical, ASN1Encodable value) {
        plan.with(extension, critical, value);
        return this;
    }

    /** From when to when it is valid; without it from yesterday for 15 years. */
    public CertificateOrder valid(Instant first, Instant last) {
        plan.from = first;
        plan.until = last;
        return this;
    }

    /** Signs it with its own key. */
    public Holder selfSigned() {
        return plan.signedBy(plan.subject, signer(plan.keys.getPrivate()));
    }

    /** Signs it with that one's key. */
    public Holder signedBy(Holder issuer) {
        return plan.signedBy(issuer.certificate().getSubject(), signer(issuer.key()));
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
