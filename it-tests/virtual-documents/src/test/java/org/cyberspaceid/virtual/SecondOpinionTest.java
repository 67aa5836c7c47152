package org.cyberspaceid.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.cyberspaceid.core.document.DocumentType;
import org.jmrtd.lds.SODFile;
import org.jmrtd.lds.icao.DG11File;
import org.jmrtd.lds.icao.DG14File;
import org.jmrtd.lds.icao.DG15File;
import org.jmrtd.lds.icao.DG1File;
import org.jmrtd.lds.icao.DG2File;
import org.jmrtd.lds.iso19794.FaceImageInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What JMRTD, which we did not write, thinks of our chips. */
class SecondOpinionTest {
    @TempDir
    static Path folder;

    @ParameterizedTest
    @EnumSource(ChipProfile.Signer.class)
    void theSignedObjectHolds(ChipProfile.Signer signer) throws Exception {
        SandboxAuthority authority = SandboxAuthority.openOrCreate(folder);
        TravelChip chip = chip(authority.issue(
                Orders.passport(PortraitFormat.JPEG, Variant.GENUINE),
                new ChipProfile(signer, ChipProfile.KeyKind.RSA)));
        SODFile sod = new SODFile(in(chip.sod()));
        X509Certificate certificate = sod.getDocSigningCertificate();
        Signature signature =
                Signature.getInstance(signer.jca(), new org.bouncycastle.jce.provider.BouncyCastleProvider());
        signature.initVerify(certificate);
        signature.update(sod.getEContent());
        assertThat(signature.verify(sod.getEncryptedDigest())).isTrue();
        MessageDigest digest = MessageDigest.getInstance(sod.getDigestAlgorithm());
        for (Map.Entry<Integer, byte[]> hash : sod.getDataGroupHashes().entrySet()) {
            assertThat(digest.digest(chip.dataGroups().get(hash.getKey()))).isEqualTo(hash.getValue());
        }
        assertThat(sod.getDataGroupHashes()).containsOnlyKeys(1, 2, 11, 15);
    }

    @ParameterizedTest
    @EnumSource(
            value = DocumentType.class,
            names = {"PASSPORT", "TRAVEL_PERMIT_HK_MACAO", "TRAVEL_PERMIT_TAIWAN"})
    void theGroupsSayWhatWasOrdered(DocumentType type) throws Exception {
        VirtualDocument document =
                SandboxAuthority.openOrCreate(folder).issue(Orders.order(type, PortraitFormat.JPEG, Variant.GENUINE));
        TravelChip chip = chip(document);
        var mrz = new DG1File(in(chip.dataGroups().get(1))).getMRZInfo();
        assertThat(mrz.getDocumentNumber()).isEqualTo(document.number());
        assertThat(mrz.getDateOfBirth()).isEqualTo("900724");
        assertThat(mrz.getIssuingState()).isEqualTo("CHN");
        assertThat(mrz.getPrimaryIdentifier()).isEqualTo("WANG");
        assertThat(new DG11File(in(chip.dataGroups().get(11))).getNameOfHolder())
                .isEqualTo("王小明");
        assertThat(new DG14File(in(chip.dataGroups().get(14))).getSecurityInfos())
                .hasSize(1);
        PublicKey key = new DG15File(in(chip.dataGroups().get(15))).getPublicKey();
        Signature answer = Signature.getInstance("SHA256withECDSAinP1363Format");
        answer.initVerify(key);
        answer.update(Orders.CHALLENGE);
        assertThat(answer.verify(chip.activeAuthentication().answer(Orders.CHALLENGE)))
                .isTrue();
    }

    @Test
    void thePortraitIsAnImageOfTheSameShape() throws Exception {
        SandboxAuthority authority = SandboxAuthority.openOrCreate(folder);
        for (PortraitFormat format : PortraitFormat.values()) {
            TravelChip chip = chip(authority.issue(Orders.passport(format, Variant.GENUINE)));
            FaceImageInfo face = new DG2File(in(chip.dataGroups().get(2)))
                    .getFaceInfos()
                    .get(0)
                    .getFaceImageInfos()
                    .get(0);
            BufferedImage image = decode(face.getImageInputStream().readAllBytes(), format);
            assertThat((double) image.getWidth() / image.getHeight()).isBetween(0.74, 0.76);
        }
    }

    private static BufferedImage decode(byte[] image, PortraitFormat format) throws Exception {
        ImageReader reader = format == PortraitFormat.JPEG
                ? ImageIO.getImageReadersByFormatName("jpeg").next()
                : new J2KImageReaderSpi().createReaderInstance(null);
        reader.setInput(ImageIO.createImageInputStream(in(image)));
        return reader.read(0);
    }

    private static TravelChip chip(VirtualDocument document) {
        return (TravelChip) document.stored().chip();
    }

    private static InputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
