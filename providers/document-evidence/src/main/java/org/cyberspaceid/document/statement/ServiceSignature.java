package org.cyberspaceid.document.statement;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.cyberspaceid.document.statement.StatementHeader.Algorithm;

/** RFC 7515, 5.2: the signature over the signing input, with the listed certificate's key and the algorithm that belongs to that key. */
final class ServiceSignature {
    private ServiceSignature() {}

    static boolean holds(Jws jws, Algorithm algorithm, X509CertificateHolder service) {
        SubjectPublicKeyInfo key = service.getSubjectPublicKeyInfo();
        if (!fits(algorithm, key)) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(algorithm.jca());
            signature.initVerify(KeyFactory.getInstance(algorithm == Algorithm.ES256 ? "EC" : "Ed25519")
                    .generatePublic(new X509EncodedKeySpec(key.getEncoded())));
            signature.update(jws.signingInput());
            return signature.verify(jws.signature());
        } catch (GeneralSecurityException | IOException doesNotHold) {
            return false;
        }
    }

    private static boolean fits(Algorithm algorithm, SubjectPublicKeyInfo key) {
        ASN1ObjectIdentifier kind = key.getAlgorithm().getAlgorithm();
        return algorithm == Algorithm.ES256
                ? X9ObjectIdentifiers.id_ecPublicKey.equals(kind)
                        && X9ObjectIdentifiers.prime256v1.equals(
                                key.getAlgorithm().getParameters())
                : EdECObjectIdentifiers.id_Ed25519.equals(kind);
    }
}
