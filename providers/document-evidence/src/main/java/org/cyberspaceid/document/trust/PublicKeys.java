package org.cyberspaceid.document.trust;

import java.io.IOException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.cyberspaceid.document.format.MalformedException;

/** Makes public keys, after looking at their size: RSA of 1024 to 8192 bits, EC on a known curve. */
public final class PublicKeys {
    private static final int SHORTEST_RSA = 1024;
    static final int LONGEST_RSA = 8192;

    private PublicKeys() {}

    /** @throws MalformedException when the key is of another kind or size */
    public static AsymmetricKeyParameter of(SubjectPublicKeyInfo info) {
        try {
            return PublicKeyFactory.createKey(isEc(info) ? onNamedCurve(info) : ofFairSize(info));
        } catch (IOException broken) {
            throw new MalformedException("not a public key");
        }
    }

    private static boolean isEc(SubjectPublicKeyInfo info) {
        return X9ObjectIdentifiers.id_ecPublicKey.equals(info.getAlgorithm().getAlgorithm());
    }

    private static SubjectPublicKeyInfo onNamedCurve(SubjectPublicKeyInfo info) {
        ASN1Encodable parameters = info.getAlgorithm().getParameters();
        ASN1ObjectIdentifier curve =
                KnownCurves.named(parameters).orElseThrow(() -> new MalformedException("a curve that is not known"));
        return new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve),
                info.getPublicKeyData().getBytes());
    }

    private static SubjectPublicKeyInfo ofFairSize(SubjectPublicKeyInfo info) throws IOException {
        ASN1ObjectIdentifier algorithm = info.getAlgorithm().getAlgorithm();
        MalformedException.unless(
                PKCSObjectIdentifiers.rsaEncryption.equals(algorithm)
                        || PKCSObjectIdentifiers.id_RSASSA_PSS.equals(algorithm),
                "neither an RSA nor an EC key");
        RSAPublicKey key = RSAPublicKey.getInstance(info.parsePublicKey());
        int bits = key.getModulus().bitLength();
        MalformedException.unless(bits >= SHORTEST_RSA && bits <= LONGEST_RSA, "RSA key size");
        MalformedException.unless(key.getPublicExponent().bitLength() <= 64, "RSA exponent");
        return info;
    }
}
