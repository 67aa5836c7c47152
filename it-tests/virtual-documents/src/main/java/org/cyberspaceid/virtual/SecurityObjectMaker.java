package org.cyberspaceid.virtual;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.icao.DataGroupHash;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import org.bouncycastle.asn1.icao.LDSSecurityObject;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** EF.SOD (ICAO 9303-10, 4.6.2): the hashes of the data groups, signed by a document signer, its certificate inside. */
final class SecurityObjectMaker {
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private SecurityObjectMaker() {}

    static byte[] make(SortedMap<Integer, byte[]> dataGroups, Signatory signer, String algorithm) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .build(
                                    new JcaContentSignerBuilder(algorithm)
                                            .setProvider(PROVIDER)
                                            .build(signer.key()),
                                    signer.certificate()));
            generator.addCertificates(new JcaCertStore(List.of(signer.certificate())));
            CMSProcessableByteArray content = new CMSProcessableByteArray(
                    ICAOObjectIdentifiers.id_icao_ldsSecurityObject,
                    hashes(dataGroups).getEncoded());
            return Tlv.of(
                    0x77, generator.generate(content, true).toASN1Structure().getEncoded("DER"));
        } catch (IOException | CMSException | OperatorCreationException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static LDSSecurityObject hashes(SortedMap<Integer, byte[]> dataGroups) throws GeneralSecurityException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        DataGroupHash[] hashes = dataGroups.entrySet().stream()
                .map((Map.Entry<Integer, byte[]> group) ->
                        new DataGroupHash(group.getKey(), new DEROctetString(sha256.digest(group.getValue()))))
                .toArray(DataGroupHash[]::new);
        return new LDSSecurityObject(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256), hashes);
    }
}
