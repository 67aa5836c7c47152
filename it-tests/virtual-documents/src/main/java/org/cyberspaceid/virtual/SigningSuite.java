package org.cyberspaceid.virtual;

import java.security.PrivateKey;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The algorithms of an authority, its document signers and their security objects (ICAO 9303-12, 4.1.6). */
public enum SigningSuite {
    RSA_2048_SHA1(KeyScheme.RSA_2048, KeyScheme.Encoding.USUAL, "SHA1", "withRSA"),
    RSA_2048_SHA224(KeyScheme.RSA_2048, KeyScheme.Encoding.USUAL, "SHA224", "withRSA"),
    RSA_2048_SHA256(KeyScheme.RSA_2048, KeyScheme.Encoding.USUAL, "SHA256", "withRSA"),
    RSA_2048_SHA384(KeyScheme.RSA_2048, KeyScheme.Encoding.USUAL, "SHA384", "withRSA"),
    RSA_4096_SHA256(KeyScheme.RSA_4096, KeyScheme.Encoding.USUAL, "SHA256", "withRSA"),
    RSA_4096_SHA512(KeyScheme.RSA_4096, KeyScheme.Encoding.USUAL, "SHA512", "withRSA"),
    PSS_2048_SHA1(KeyScheme.RSA_2048, KeyScheme.Encoding.USUAL, "SHA1", "withRSAandMGF1"),
    PSS_2048_SHA256(KeyScheme.RSA_2048, KeyScheme.Encoding.USUAL, "SHA256", "withRSAandMGF1"),
    PSS_4096_SHA512(KeyScheme.RSA_4096, KeyScheme.Encoding.USUAL, "SHA512", "withRSAandMGF1"),
    PSS_KEY_2048_SHA384(KeyScheme.RSA_2048, KeyScheme.Encoding.PSS, "SHA384", "withRSAandMGF1"),
    P224_SHA224(KeyScheme.P224, KeyScheme.Encoding.USUAL, "SHA224", "withECDSA"),
    P256_SHA1(KeyScheme.P256, KeyScheme.Encoding.USUAL, "SHA1", "withECDSA"),
    P256_SHA256(KeyScheme.P256, KeyScheme.Encoding.USUAL, "SHA256", "withECDSA"),
    P384_SHA384(KeyScheme.P384, KeyScheme.Encoding.USUAL, "SHA384", "withECDSA"),
    P521_SHA512(KeyScheme.P521, KeyScheme.Encoding.USUAL, "SHA512", "withECDSA"),
    P256_EXPLICIT_SHA256(KeyScheme.P256, KeyScheme.Encoding.EXPLICIT, "SHA256", "withECDSA"),
    P521_EXPLICIT_SHA512(KeyScheme.P521, KeyScheme.Encoding.EXPLICIT, "SHA512", "withECDSA"),
    BRAINPOOL_P256_SHA256(KeyScheme.BRAINPOOL_P256, KeyScheme.Encoding.USUAL, "SHA256", "withECDSA"),
    BRAINPOOL_P384_SHA384(KeyScheme.BRAINPOOL_P384, KeyScheme.Encoding.USUAL, "SHA384", "withECDSA"),
    BRAINPOOL_P512_SHA512(KeyScheme.BRAINPOOL_P512, KeyScheme.Encoding.USUAL, "SHA512", "withECDSA"),
    BRAINPOOL_P256_EXPLICIT_SHA256(KeyScheme.BRAINPOOL_P256, KeyScheme.Encoding.EXPLICIT, "SHA256", "withECDSA"),
    BRAINPOOL_P384_EXPLICIT_SHA384(KeyScheme.BRAINPOOL_P384, KeyScheme.Encoding.EXPLICIT, "SHA384", "withECDSA");

    final KeyScheme keys;
    final KeyScheme.Encoding encoding;
    private final String hash;
    private final String method;

    SigningSuite(KeyScheme keys, KeyScheme.Encoding encoding, String hash, String method) {
        this.keys = keys;
        this.encoding = encoding;
        this.hash = hash;
        this.method = method;
    }

    public boolean isEc() {
        return keys.isEc();
    }

    /** Whether signatures are RSA by PKCS #1 v1.5. */
    public boolean isPkcs1() {
        return method.equals("withRSA");
    }

    /** The hash of the data groups: the same as that of the signature. */
    AlgorithmIdentifier digest() {
        return new AlgorithmIdentifier(digestOid(hash));
    }

    ContentSigner signer(PrivateKey key) {
        return signer(hash + method, key);
    }

    static ContentSigner signer(String algorithm, PrivateKey key) {
        try {
            return new JcaContentSignerBuilder(algorithm)
                    .setProvider(KeyScheme.PROVIDER)
                    .build(key);
        } catch (OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static ASN1ObjectIdentifier digestOid(String hash) {
        return switch (hash) {
            case "SHA1" -> OIWObjectIdentifiers.idSHA1;
            case "SHA224" -> NISTObjectIdentifiers.id_sha224;
            case "SHA256" -> NISTObjectIdentifiers.id_sha256;
            case "SHA384" -> NISTObjectIdentifiers.id_sha384;
            case "SHA512" -> NISTObjectIdentifiers.id_sha512;
            default -> throw new IllegalArgumentException(hash);
        };
    }
}
