package org.cyberspaceid.virtual;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Kinds of keys, and how a certificate or a DG15 writes their public half. */
enum KeyScheme {
    RSA_768(768),
    RSA_1024(1024),
    RSA_2048(2048),
    RSA_4096(4096),
    P224("P-224"),
    P256("P-256"),
    P384("P-384"),
    P521("P-521"),
    BRAINPOOL_P256("brainpoolP256r1"),
    BRAINPOOL_P384("brainpoolP384r1"),
    BRAINPOOL_P512("brainpoolP512r1"),
    /** Not among the curves of BSI TR-03110-3. */
    SECP256K1("secp256k1");

    static final Provider PROVIDER = new BouncyCastleProvider();

    /** Keys take seconds to make: one for each role. */
    private static final Map<String, KeyPair> MADE = new ConcurrentHashMap<>();

    /** How the algorithm of a public key is written. */
    enum Encoding {
        /** rsaEncryption, or the curve's name. */
        USUAL,
        /** The curve's numbers (ICAO 9303-12, 4.1.6.3). */
        EXPLICIT,
        /** id-RSASSA-PSS, without parameters (RFC 4055, 1.2). */
        PSS
    }

    private final int bits;
    private final String curve;

    KeyScheme(int bits) {
        this.bits = bits;
        this.curve = null;
    }

    KeyScheme(String curve) {
        this.bits = 0;
        this.curve = curve;
    }

    boolean isEc() {
        return curve != null;
    }

    /** The same key pair for the same role. */
    KeyPair of(String role) {
        return MADE.computeIfAbsent(name() + " " + role, r -> fresh());
    }

    private KeyPair fresh() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(isEc() ? "EC" : "RSA", PROVIDER);
            if (isEc()) {
                generator.initialize(new ECGenParameterSpec(curve));
            } else {
                generator.initialize(bits);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    SubjectPublicKeyInfo encode(PublicKey key, Encoding encoding) {
        SubjectPublicKeyInfo usual = SubjectPublicKeyInfo.getInstance(key.getEncoded());
        AlgorithmIdentifier algorithm = switch (encoding) {
            case USUAL -> usual.getAlgorithm();
            case EXPLICIT ->
                new AlgorithmIdentifier(
                        X9ObjectIdentifiers.id_ecPublicKey,
                        ECNamedCurveTable.getByName(curve).toASN1Primitive());
            case PSS -> new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSASSA_PSS);
        };
        return new SubjectPublicKeyInfo(algorithm, usual.getPublicKeyData().getBytes());
    }
}
