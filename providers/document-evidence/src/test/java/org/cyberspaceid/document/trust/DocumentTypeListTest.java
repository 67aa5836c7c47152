package org.cyberspaceid.document.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.cert.X509CertificateHolder;
import org.cyberspaceid.document.format.MalformedException;
import org.cyberspaceid.virtual.CertificateOrder;
import org.junit.jupiter.api.Test;

class DocumentTypeListTest {
    @Test
    void itsOidIsThatOfTheStandard() {
        assertThat(DocumentTypeList.OID.getId()).isEqualTo("2.23.136.1.1.6.2");
    }

    @Test
    void aSignerWithoutItSignsAnything() {
        assertThat(DocumentTypeList.allows(
                        CertificateOrder.of("C=UT", "P-256").selfSigned().certificate(), "P"))
                .isTrue();
    }

    @Test
    void aSignerWithItSignsWhatItSays() {
        X509CertificateHolder signer = signer(0, "P", "CR");
        assertThat(DocumentTypeList.allows(signer, "P")).isTrue();
        assertThat(DocumentTypeList.allows(signer, "PM"))
                .as("one letter for all")
                .isTrue();
        assertThat(DocumentTypeList.allows(signer, "CR")).isTrue();
        assertThat(DocumentTypeList.allows(signer, "CT")).isFalse();
        assertThat(DocumentTypeList.allows(signer, "C")).isFalse();
        assertThat(DocumentTypeList.allows(signer, "V")).isFalse();
        assertThat(DocumentTypeList.allows(signer(0), "P")).isFalse();
    }

    @Test
    void anotherVersionMeansSomethingElse() {
        X509CertificateHolder signer = signer(1, "P");
        assertThatThrownBy(() -> DocumentTypeList.allows(signer, "P")).isInstanceOf(MalformedException.class);
    }

    private static X509CertificateHolder signer(int version, String... types) {
        ASN1Encodable[] codes =
                Arrays.stream(types).map(DERPrintableString::new).toArray(ASN1Encodable[]::new);
        return CertificateOrder.of("C=UT,CN=signer", "P-256")
                .asSigner()
                .with(DocumentTypeList.OID, false, new DERSequence(new ASN1Encodable[] {
                    new ASN1Integer(version), new DERSet(codes)
                }))
                .selfSigned()
                .certificate();
    }
}
