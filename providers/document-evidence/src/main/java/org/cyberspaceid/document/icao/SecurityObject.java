package org.cyberspaceid.document.icao;

import static org.cyberspaceid.document.format.MalformedException.unless;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.icao.DataGroupHash;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import org.bouncycastle.asn1.icao.LDSSecurityObject;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.cyberspaceid.document.format.DerShape;
import org.cyberspaceid.document.format.MalformedException;
import org.cyberspaceid.document.format.Tlv;
import org.cyberspaceid.document.trust.CountryAuthority;

/**
 * EF.SOD, parsed and not yet verified (ICAO 9303-10, 4.6.2).
 *
 * @param signer the one SignerInfo
 * @param signerCertificate the certificate that the SignerInfo names
 * @param digest the hash algorithm of the data groups
 * @param hashes by data group number
 */
record SecurityObject(
        SignerInformation signer,
        X509CertificateHolder signerCertificate,
        AlgorithmIdentifier digest,
        Map<Integer, byte[]> hashes) {
    private static final int TAG = 0x77;

    /** @throws MalformedException when it is not an EF.SOD */
    static SecurityObject parse(byte[] unverifiedSod) {
        byte[] contentInfo = DerShape.require(Tlv.file(TAG, unverifiedSod).value());
        return MalformedException.parsed(() -> of(contentInfo));
    }

    private static SecurityObject of(byte[] contentInfo) {
        CMSSignedData signed = parseCms(contentInfo);
        Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
        unless(signers.size() == 1, "one SignerInfo");
        SignerInformation signer = signers.iterator().next();
        X509CertificateHolder certificate = certificateOf(signer, signed);
        unless(isSecurityObject(signed.getSignedContentTypeOID(), certificate), "eContentType");
        unless(signed.getSignedContent() != null, "no content");
        return withHashes(
                signer, certificate, (byte[]) signed.getSignedContent().getContent());
    }

    private static CMSSignedData parseCms(byte[] contentInfo) {
        try {
            return new CMSSignedData(contentInfo);
        } catch (CMSException broken) {
            throw new MalformedException("not a SignedData");
        }
    }

    /** By the SignerInfo's sid, not by position: a SOD may carry more certificates than the signer's. */
    private static X509CertificateHolder certificateOf(SignerInformation signer, CMSSignedData signed) {
        Collection<X509CertificateHolder> matches = signed.getCertificates().getMatches(signer.getSID());
        unless(matches.size() == 1, "one certificate of the signer");
        return matches.iterator().next();
    }

    /** id-icao-mrtd-security-ldsSecurityObject; real Chinese passports say id-data instead. */
    private static boolean isSecurityObject(String contentType, X509CertificateHolder signer) {
        ASN1ObjectIdentifier type = new ASN1ObjectIdentifier(contentType);
        boolean chinese = CountryAuthority.countryOf(signer.getIssuer())
                .filter("CN"::equalsIgnoreCase)
                .isPresent();
        return ICAOObjectIdentifiers.id_icao_ldsSecurityObject.equals(type)
                || (chinese && PKCSObjectIdentifiers.data.equals(type));
    }

    private static SecurityObject withHashes(
            SignerInformation signer, X509CertificateHolder certificate, byte[] content) {
        LDSSecurityObject lds = LDSSecurityObject.getInstance(DerShape.require(content));
        Map<Integer, byte[]> hashes = new TreeMap<>();
        for (DataGroupHash hash : lds.getDatagroupHash()) {
            byte[] before = hashes.put(
                    hash.getDataGroupNumber(), hash.getDataGroupHashValue().getOctets());
            unless(before == null, "a data group is listed twice");
        }
        return new SecurityObject(signer, certificate, lds.getDigestAlgorithmIdentifier(), hashes);
    }

    boolean lists(int dataGroup) {
        return hashes.containsKey(dataGroup);
    }
}
