package org.cyberspaceid.virtual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.util.CollectionStore;

/** The files a trust store reads, signed by {@link Holder}s: master lists, revocation lists; and a SOD to verify with it. */
public final class TrustFiles {
    private TrustFiles() {}

    /** A master list signer's order: extendedKeyUsage 2.23.136.1.1.3 (ICAO 9303-12, 7.1.1). */
    public static CertificateOrder masterListSigner(String name, String key) {
        return CertificateOrder.of(name, key)
                .asSigner()
                .with(
                        Extension.extendedKeyUsage,
                        true,
                        new ExtendedKeyUsage(
                                KeyPurposeId.getInstance(ICAOObjectIdentifiers.id_icao_cscaMasterListSigningKey)));
    }

    /** A master list: CscaMasterList, version 0, in a SignedData with its signer's certificate. */
    public static byte[] masterList(Collection<X509CertificateHolder> authorities, Holder signer) {
        return masterList(0, authorities, ICAOObjectIdentifiers.id_icao_cscaMasterList, signer);
    }

    /** As {@link #masterList(Collection, Holder)}, with a version and a content type that may be wrong, and any number of signers. */
    public static byte[] masterList(
            int version,
            Collection<X509CertificateHolder> authorities,
            ASN1ObjectIdentifier contentType,
            Holder... signers) {
        ASN1EncodableVector certificates = new ASN1EncodableVector();
        authorities.forEach(a -> certificates.add(a.toASN1Structure()));
        ASN1EncodableVector list = new ASN1EncodableVector();
        list.add(new ASN1Integer(version));
        list.add(new DERSet(certificates));
        try {
            return signed(contentType, new DERSequence(list).getEncoded("DER"), signers);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A SignedData around any content, with the certificates of its signers. */
    public static byte[] signed(ASN1ObjectIdentifier contentType, byte[] content, Holder... signers) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            List<X509CertificateHolder> certificates = new ArrayList<>();
            for (Holder signer : signers) {
                certificates.add(signer.certificate());
                generator.addSignerInfoGenerator(new SignerInfoGeneratorBuilder(new BcDigestCalculatorProvider())
                        .build(CertificateOrder.signer(signer.key()), signer.certificate()));
            }
            generator.addCertificates(new CollectionStore<>(certificates));
            return generator
                    .generate(new CMSProcessableByteArray(contentType, content), true)
                    .toASN1Structure()
                    .getEncoded("DER");
        } catch (CMSException | OperatorCreationException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** EF.SOD around this content, which need not be one of a security object. */
    public static byte[] securityObject(byte[] content, Holder signer) {
        return Tlv.of(0x77, signed(ICAOObjectIdentifiers.id_icao_ldsSecurityObject, content, signer));
    }

    /** A revocation list that was made a minute ago. */
    public static byte[] revocationList(Holder authority, Set<BigInteger> revoked, Duration life) {
        Instant now = Instant.now().minusSeconds(60);
        X509v2CRLBuilder builder = new X509v2CRLBuilder(authority.certificate().getSubject(), Date.from(now));
        builder.setNextUpdate(Date.from(now.plus(life)));
        revoked.forEach(serial -> builder.addCRLEntry(serial, Date.from(now), CRLReason.keyCompromise));
        try {
            return builder.build(CertificateOrder.signer(authority.key())).getEncoded();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** EF.SOD over these data groups. */
    public static byte[] securityObject(SortedMap<Integer, byte[]> dataGroups, Holder signer) {
        try {
            return SecurityObjectMaker.make(
                    dataGroups,
                    new Signatory(
                            signer.key(),
                            new JcaX509CertificateConverter()
                                    .setProvider(CertificateOrder.PROVIDER)
                                    .getCertificate(signer.certificate())),
                    CertificateOrder.algorithm(signer.key()));
        } catch (CertificateException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Writes a file into a folder that is made when it is missing. */
    public static Path write(Path folder, String name, byte[] content) {
        try {
            return Files.write(Files.createDirectories(folder).resolve(name), content);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
