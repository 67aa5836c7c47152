package org.cyberspaceid.virtual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.icao.DataGroupHash;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import org.bouncycastle.asn1.icao.LDSSecurityObject;
import org.bouncycastle.asn1.icao.LDSVersionInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultCMSSignatureEncryptionAlgorithmFinder;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.util.CollectionStore;

/** An EF.SOD to be made: right by ICAO 9303-10, 4.6.2, until something is changed. */
final class SodPlan {
    final SigningSuite suite;
    /** Who signs; one SignerInfo for each. */
    final List<Holder> signers = new ArrayList<>();
    /** Certificates beside those of the signers. */
    final List<X509CertificateHolder> more = new ArrayList<>();
    /** Signed by this key in the name of the signer. */
    Optional<Holder> secretSigner = Optional.empty();

    ASN1ObjectIdentifier contentType = ICAOObjectIdentifiers.id_icao_ldsSecurityObject;
    /** The content type that stands there after signing. */
    Optional<ASN1ObjectIdentifier> swappedContentType = Optional.empty();
    /** The groups whose hashes stand there after signing. */
    Optional<SortedMap<Integer, byte[]>> swappedGroups = Optional.empty();

    AlgorithmIdentifier groupDigest;
    String signatureAlgorithm;
    Optional<LDSVersionInfo> version = Optional.empty();
    Optional<Instant> signingTime = Optional.empty();
    boolean namesKey;
    boolean namesHashInSignature;
    boolean withoutCertificates;
    boolean withoutContent;
    boolean firstGroupTwice;

    SodPlan(SigningSuite suite, Holder signer) {
        this.suite = suite;
        this.groupDigest = suite.digest();
        signers.add(signer);
    }

    byte[] make(SortedMap<Integer, byte[]> groups) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            for (Holder signer : signers) {
                generator.addSignerInfoGenerator(signerInfo(signer));
            }
            List<X509CertificateHolder> certificates = new ArrayList<>(more);
            signers.forEach(s -> certificates.add(s.certificate()));
            if (!withoutCertificates) {
                generator.addCertificates(new CollectionStore<>(certificates));
            }
            byte[] content = hashes(groups).getEncoded("DER");
            CMSSignedData signed =
                    generator.generate(new CMSProcessableByteArray(contentType, content), !withoutContent);
            return Tlv.of(0x77, swapped(signed.toASN1Structure()).getEncoded("DER"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (CMSException | OperatorCreationException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private SignerInfoGenerator signerInfo(Holder signer) throws OperatorCreationException {
        Holder by = secretSigner.orElse(signer);
        ContentSigner signature =
                signatureAlgorithm == null ? suite.signer(by.key()) : SigningSuite.signer(signatureAlgorithm, by.key());
        SignerInfoGeneratorBuilder builder = new SignerInfoGeneratorBuilder(
                new JcaDigestCalculatorProviderBuilder()
                        .setProvider(KeyScheme.PROVIDER)
                        .build(),
                namesHashInSignature ? algorithm -> algorithm : new DefaultCMSSignatureEncryptionAlgorithmFinder());
        builder.setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(attributes()) {
            @Override
            protected Hashtable<ASN1ObjectIdentifier, Attribute> createStandardAttributeTable(
                    @SuppressWarnings("rawtypes") Map parameters) {
                Hashtable<ASN1ObjectIdentifier, Attribute> table = super.createStandardAttributeTable(parameters);
                if (signingTime.isEmpty()) {
                    table.remove(CMSAttributes.signingTime); // most security objects have none
                }
                return table;
            }
        });
        return namesKey
                ? builder.build(
                        signature,
                        CertificateMaker.keyIdentifier(suite.keys.of("signer").getPublic())
                                .getKeyIdentifier())
                : builder.build(signature, signer.certificate());
    }

    private AttributeTable attributes() {
        Hashtable<ASN1ObjectIdentifier, Attribute> table = new Hashtable<>();
        signingTime.ifPresent(when -> table.put(
                CMSAttributes.signingTime,
                new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(when))))));
        return new AttributeTable(table);
    }

    private LDSSecurityObject hashes(SortedMap<Integer, byte[]> groups) throws GeneralSecurityException {
        MessageDigest digest =
                MessageDigest.getInstance(groupDigest.getAlgorithm().getId(), KeyScheme.PROVIDER);
        List<DataGroupHash> hashes = new ArrayList<>();
        groups.forEach(
                (number, file) -> hashes.add(new DataGroupHash(number, new DEROctetString(digest.digest(file)))));
        if (firstGroupTwice) {
            hashes.add(new DataGroupHash(1, new DEROctetString(digest.digest(new byte[1]))));
        }
        DataGroupHash[] all = hashes.toArray(DataGroupHash[]::new);
        return version.map(v -> new LDSSecurityObject(groupDigest, all, v))
                .orElseGet(() -> new LDSSecurityObject(groupDigest, all));
    }

    /** The same signature around something else. */
    private ContentInfo swapped(ContentInfo signed) throws IOException, GeneralSecurityException {
        if (swappedContentType.isEmpty() && swappedGroups.isEmpty()) {
            return signed;
        }
        SignedData data = SignedData.getInstance(signed.getContent());
        ASN1Encodable content = swappedGroups.isEmpty()
                ? data.getEncapContentInfo().getContent()
                : new DEROctetString(hashes(swappedGroups.get()).getEncoded("DER"));
        return new ContentInfo(
                signed.getContentType(),
                new SignedData(
                        data.getDigestAlgorithms(),
                        new ContentInfo(swappedContentType.orElse(contentType), content),
                        data.getCertificates(),
                        data.getCRLs(),
                        data.getSignerInfos()));
    }
}
