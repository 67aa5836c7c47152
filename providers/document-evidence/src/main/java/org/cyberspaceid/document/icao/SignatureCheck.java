package org.cyberspaceid.document.icao;

import java.security.PublicKey;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.cyberspaceid.core.document.DocumentCheck;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.document.check.Check;
import org.cyberspaceid.document.check.Finding;
import org.cyberspaceid.document.trust.BouncyCastle;
import org.cyberspaceid.document.trust.PublicKeys;
import org.cyberspaceid.document.trust.SignatureAlgorithms;

/**
 * ICAO 9303-11, 5.1 step 3: "use the verified Document Signer Public Key to verify the signature of the Document Security Object". RFC 5652,
 * 5.4 and 5.6: with signed attributes, the content's type and digest must stand among them; BouncyCastle sees to that.
 */
final class SignatureCheck implements Check<SodEvidence> {
    @Override
    public DocumentCheck about() {
        return DocumentCheck.SIGNATURE;
    }

    @Override
    public Finding run(SodEvidence evidence) {
        return Finding.successIf(holds(evidence.sod()), Problem.DOCUMENT_TAMPERED);
    }

    private static boolean holds(SecurityObject sod) {
        SignerInformation signer = sod.signer();
        if (!SignatureAlgorithms.allowsDigest(signer.getDigestAlgorithmID())
                || !SignatureAlgorithms.allowsSignature(signer.toASN1Structure().getDigestEncryptionAlgorithm())) {
            return false;
        }
        PublicKey key = PublicKeys.of(sod.signerCertificate().getSubjectPublicKeyInfo());
        try {
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(BouncyCastle.PROVIDER)
                    .build(key));
        } catch (CMSException | OperatorCreationException doesNotHold) {
            return false;
        }
    }
}
