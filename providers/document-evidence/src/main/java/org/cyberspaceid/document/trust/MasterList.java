package org.cyberspaceid.document.trust;

import static org.cyberspaceid.document.format.MalformedException.unless;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.icao.CscaMasterList;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.cyberspaceid.document.format.DerShape;
import org.cyberspaceid.document.format.MalformedException;

/**
 * A CSCA master list (ICAO 9303-12, "CSCA Master List"): certificates of many countries in a SignedData (RFC 5652) of one that the
 * deployer pinned. Its certificates are parsed only after its signature holds.
 */
final class MasterList {
    private static final int VERSION = 0;
    private static final int MOST_SIGNERS = 4;
    /** Three times what ICAO's list has. With the next two it keeps the memory of one list below 64 MiB. */
    private static final int MOST_CERTIFICATES = 2_048;
    /** A certificate has about 60 objects, one with an explicit curve 80. */
    private static final int MOST_OBJECTS = MOST_CERTIFICATES * 128;

    private static final int MOST_BYTES = 6 * 1024 * 1024;

    private MasterList() {}

    /**
     * Verifies a list and takes it apart.
     *
     * @throws MalformedException saying what is wrong with it
     */
    static List<X509CertificateHolder> open(byte[] unverified, MasterListSigners signers, Instant now) {
        unless(unverified.length <= MOST_BYTES, "the master list is larger than " + MOST_BYTES + " bytes");
        byte[] contentInfo = DerShape.require(unverified);
        return MalformedException.parsed(() -> opened(contentInfo, signers, now));
    }

    private static List<X509CertificateHolder> opened(byte[] contentInfo, MasterListSigners signers, Instant now) {
        CMSSignedData signed = parse(contentInfo);
        unless(
                ICAOObjectIdentifiers.id_icao_cscaMasterList.getId().equals(signed.getSignedContentTypeOID()),
                "the content is no master list");
        unless(signed.getSignedContent() != null, "no content");
        requireBelieved(signed, signers, now);
        return certificates((byte[]) signed.getSignedContent().getContent());
    }

    private static CMSSignedData parse(byte[] contentInfo) {
        try {
            return new CMSSignedData(contentInfo);
        } catch (CMSException broken) {
            throw new MalformedException("not a SignedData");
        }
    }

    /** One of its signers is pinned and its signature holds; ICAO recommends one signer and allows several. */
    private static void requireBelieved(CMSSignedData signed, MasterListSigners signers, Instant now) {
        Collection<SignerInformation> infos = signed.getSignerInfos().getSigners();
        unless(!infos.isEmpty() && infos.size() <= MOST_SIGNERS, "no signer, or too many");
        List<SignerInformation> pinned = infos.stream()
                .filter(i -> signers.accept(certificateOf(i, signed), now))
                .toList();
        unless(
                !pinned.isEmpty(),
                "the signer of the master list is not one of the pinned, out of date, or no such signer");
        unless(
                pinned.stream().anyMatch(i -> holds(i, certificateOf(i, signed))),
                "the signature of the master list does not hold");
    }

    private static X509CertificateHolder certificateOf(SignerInformation signer, CMSSignedData signed) {
        Collection<X509CertificateHolder> matches = signed.getCertificates().getMatches(signer.getSID());
        unless(matches.size() == 1, "one certificate of the signer");
        return matches.iterator().next();
    }

    /** RFC 5652, 5.3: signed attributes "MUST be present if the content type … is not id-data". 5.4 and 5.6: BouncyCastle compares them. */
    private static boolean holds(SignerInformation signer, X509CertificateHolder certificate) {
        return signer.getSignedAttributes() != null
                && SignatureVerification.holds(signer, PublicKeys.of(certificate.getSubjectPublicKeyInfo()));
    }

    private static List<X509CertificateHolder> certificates(byte[] content) {
        CscaMasterList list =
                CscaMasterList.getInstance(ASN1Sequence.getInstance(DerShape.require(content, MOST_OBJECTS)));
        unless(list.getVersion() == VERSION, "another version");
        unless(list.getCertStructs().length <= MOST_CERTIFICATES, "too many certificates");
        return Arrays.stream(list.getCertStructs())
                .map(X509CertificateHolder::new)
                .toList();
    }
}
