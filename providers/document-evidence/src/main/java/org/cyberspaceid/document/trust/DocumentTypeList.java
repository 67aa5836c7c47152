package org.cyberspaceid.document.trust;

import static org.cyberspaceid.document.format.MalformedException.unless;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1PrintableString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * Which documents a signer may sign (ICAO 9303-12, 7.1.1.6). {@code DocumentTypeListSyntax ::= SEQUENCE { version INTEGER, docTypeList SET OF
 * PrintableString (SIZE(1..2)) }}, the types being document codes of the machine readable zone. A type of one letter stands for all codes that begin with it: the
 * second letter is at the issuer's discretion (ICAO 9303-4, 4.2.2).
 */
public final class DocumentTypeList {
    /** The extension. */
    public static final ASN1ObjectIdentifier OID = ICAOObjectIdentifiers.id_icao_mrtd_security.branch("6.2");

    private DocumentTypeList() {}

    /**
     * Whether a signer may sign a document with this code. One without the extension may sign all.
     *
     * @param documentCode as in the machine readable zone, without fillers
     */
    public static boolean allows(X509CertificateHolder signer, String documentCode) {
        Extension extension = signer.getExtension(OID);
        if (extension == null) {
            return true;
        }
        ASN1Sequence list = ASN1Sequence.getInstance(extension.getParsedValue());
        unless(list.size() == 2 && ASN1Integer.getInstance(list.getObjectAt(0)).hasValue(0), "another version");
        for (ASN1Encodable type : ASN1Set.getInstance(list.getObjectAt(1))) {
            String code = ASN1PrintableString.getInstance(type).getString();
            if (code.length() == 1 ? documentCode.startsWith(code) : documentCode.equals(code.replace("<", ""))) {
                return true;
            }
        }
        return false;
    }
}
