package org.cyberspaceid.document.icao;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerInformation;
import org.cyberspaceid.core.document.DocumentCheck;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.document.check.Check;
import org.cyberspaceid.document.check.Finding;

/**
 * ICAO 9303-11, 5.1 step 2: "build and validate a certification path from a Trust Anchor to the Document Signer
 * Certificate". The path has one step; the profile is that of ICAO 9303-12, 7.1.
 */
final class ChainCheck implements Check<SodEvidence> {
    /** Critical extensions that we look at. Any other means something that we would get wrong (RFC 5280, 4.2). */
    private static final Set<ASN1ObjectIdentifier> UNDERSTOOD = Set.of(Extension.keyUsage, Extension.basicConstraints);

    @Override
    public DocumentCheck about() {
        return DocumentCheck.CERTIFICATE_CHAIN;
    }

    @Override
    public Finding run(SodEvidence evidence) {
        boolean trusted = evidence.authority().isPresent() && isValid(evidence.sod(), evidence.now());
        return Finding.successIf(trusted, Problem.DOCUMENT_AUTHORITY_UNKNOWN);
    }

    private static boolean isValid(SecurityObject sod, Instant now) {
        X509CertificateHolder certificate = sod.signerCertificate();
        return certificate.isValidOn(Date.from(now))
                && signingTime(sod.signer())
                        .filter(when -> !certificate.isValidOn(when)
                                || !SigningPeriod.of(certificate).holds(when))
                        .isEmpty()
                && isDocumentSigner(certificate);
    }

    /** A document signer's certificate lives as long as the documents it signed, so it must be valid now and then. */
    private static Optional<Date> signingTime(SignerInformation signer) {
        AttributeTable attributes = signer.getSignedAttributes();
        return Optional.ofNullable(attributes == null ? null : attributes.get(CMSAttributes.signingTime))
                .map(Attribute::getAttributeValues)
                .map(values -> Time.getInstance(values[0]).getDate());
    }

    /** keyUsage digitalSignature; no authority; no extended use (a TLS or master-list key is no document signer). */
    private static boolean isDocumentSigner(X509CertificateHolder certificate) {
        Extensions extensions = certificate.getExtensions();
        if (extensions == null) {
            return false;
        }
        KeyUsage usage = KeyUsage.fromExtensions(extensions);
        BasicConstraints constraints = BasicConstraints.fromExtensions(extensions);
        return usage != null
                && usage.hasUsages(KeyUsage.digitalSignature)
                && (constraints == null || !constraints.isCA())
                && extensions.getExtension(Extension.extendedKeyUsage) == null
                && UNDERSTOOD.containsAll(certificate.getCriticalExtensionOIDs());
    }
}
