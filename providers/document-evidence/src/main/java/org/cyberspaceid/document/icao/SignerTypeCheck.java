package org.cyberspaceid.document.icao;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x509.Extension;
import org.cyberspaceid.core.document.DocumentCheck;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.document.check.Check;
import org.cyberspaceid.document.check.Finding;

/**
 * ICAO 9303-12, 7.1.1: a document signer whose certificate lists document types makes no others. It lists document codes as the machine readable zone has
 * them; one letter stands for all codes that begin with it.
 */
final class SignerTypeCheck implements Check<ChipEvidence> {
    /** id-icao-mrtd-security-extensions-documentTypeList. */
    private static final ASN1ObjectIdentifier DOCUMENT_TYPES = new ASN1ObjectIdentifier("2.23.136.1.1.6.2");

    @Override
    public DocumentCheck about() {
        return DocumentCheck.CERTIFICATE_CHAIN;
    }

    @Override
    public Finding run(ChipEvidence evidence) {
        Extension types = evidence.sod().sod().signerCertificate().getExtension(DOCUMENT_TYPES);
        boolean may = types == null || lists(types, evidence.mrz().documentCode());
        return Finding.successIf(may, Problem.DOCUMENT_AUTHORITY_UNKNOWN);
    }

    /** DocumentTypeList ::= SEQUENCE { version, docTypeList SET OF DocumentType }. */
    private static boolean lists(Extension types, String code) {
        ASN1Sequence list = ASN1Sequence.getInstance(types.getParsedValue());
        for (ASN1Encodable type : ASN1Set.getInstance(list.getObjectAt(1))) {
            String listed = ((ASN1String) type).getString().strip();
            if (listed.equals(code) || (listed.length() == 1 && code.startsWith(listed))) {
                return true;
            }
        }
        return false;
    }
}
