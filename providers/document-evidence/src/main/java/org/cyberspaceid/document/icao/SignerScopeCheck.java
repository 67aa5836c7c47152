package org.cyberspaceid.document.icao;

import org.cyberspaceid.core.document.DocumentCheck;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.document.check.Check;
import org.cyberspaceid.document.check.Finding;
import org.cyberspaceid.document.trust.DocumentTypeList;

/** Who may sign visas only signs no passport: ICAO 9303-12, 7.1.1.6, against the machine readable zone. */
final class SignerScopeCheck implements Check<ChipEvidence> {
    @Override
    public DocumentCheck about() {
        return DocumentCheck.CERTIFICATE_CHAIN;
    }

    @Override
    public Finding run(ChipEvidence evidence) {
        return Finding.successIf(
                DocumentTypeList.allows(
                        evidence.sod().sod().signerCertificate(), evidence.mrz().documentCode()),
                Problem.DOCUMENT_AUTHORITY_UNKNOWN);
    }
}
