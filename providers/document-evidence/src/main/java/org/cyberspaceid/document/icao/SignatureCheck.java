package org.cyberspaceid.document.icao;

import org.cyberspaceid.core.document.DocumentCheck;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.document.check.Check;
import org.cyberspaceid.document.check.Finding;
import org.cyberspaceid.document.trust.PublicKeys;
import org.cyberspaceid.document.trust.SignatureVerification;

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
        SecurityObject sod = evidence.sod();
        boolean holds = SignatureVerification.holds(
                sod.signer(), PublicKeys.of(sod.signerCertificate().getSubjectPublicKeyInfo()));
        return Finding.successIf(holds, Problem.DOCUMENT_TAMPERED);
    }
}
