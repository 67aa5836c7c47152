package org.cyberspaceid.virtual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.bsi.BSIObjectIdentifiers;

/** The data groups of a virtual chip (ICAO 9303-10, 4.7). */
final class DataGroups {
    /** id-icao-mrtd-security-aaProtocolObject. */
    private static final ASN1ObjectIdentifier AA_PROTOCOL = new ASN1ObjectIdentifier("2.23.136.1.1.5");

    private DataGroups() {}

    static byte[] dg1(Printed printed) {
        return Tlv.of(0x61, Tlv.of(0x5F1F, MrzMaker.make(printed).getBytes(StandardCharsets.US_ASCII)));
    }

    /** One biometric information template (CBEFF) around one ISO/IEC 19794-5 record. */
    static byte[] dg2(byte[] portrait) {
        byte[] header = Tlv.of(
                0xA1,
                Tlv.of(0x80, new byte[] {1, 1}), // patron header version
                Tlv.of(0x81, new byte[] {2}), // facial features
                Tlv.of(0x87, new byte[] {1, 1}), // owner: ISO/IEC JTC 1/SC 37
                Tlv.of(0x88, new byte[] {0, 8})); // type: face image
        byte[] template = Tlv.of(0x7F60, header, Tlv.of(0x5F2E, faceRecord(portrait)));
        return Tlv.of(0x75, Tlv.of(0x7F61, Tlv.of(0x02, new byte[] {1}), template));
    }

    /** ISO/IEC 19794-5:2005, 5.4 to 5.8: facial record header, facial information, image information, image. */
    private static byte[] faceRecord(byte[] portrait) {
        int blockLength = 20 + 12 + portrait.length;
        boolean jpeg = portrait[0] == (byte) 0xFF && portrait[1] == (byte) 0xD8;
        ByteBuffer record = ByteBuffer.allocate(14 + blockLength);
        record.put("FAC\000010\0".getBytes(StandardCharsets.US_ASCII)); // format identifier and version
        record.putInt(14 + blockLength).putShort((short) 1); // length of record, number of images
        record.putInt(blockLength).putShort((short) 0); // length of block, number of feature points
        record.put(new byte[14]); // gender, eyes, hair, properties, expression, pose: unspecified
        record.put((byte) 1).put((byte) (jpeg ? 0 : 1)); // full frontal; JPEG or JPEG 2000
        record.put(new byte[10]); // size, colour space, source, device, quality: unspecified
        return record.put(portrait).array();
    }

    static byte[] dg11(Printed printed) {
        byte[] name = printed.name().getBytes(StandardCharsets.UTF_8);
        byte[] latin = LatinName.inMrz(printed.latinName()).getBytes(StandardCharsets.US_ASCII);
        byte[] tags = Tlv.of(0x5C, new byte[] {0x5F, 0x0E, 0x5F, 0x0F});
        return Tlv.of(0x6B, tags, Tlv.of(0x5F0E, name), Tlv.of(0x5F0F, latin));
    }

    /** For an EC key, that answers by ecdsa-plain-SHA256. */
    static Optional<byte[]> dg14(PublicKey chipKey) {
        return "EC".equals(chipKey.getAlgorithm())
                ? Optional.of(dg14(BSIObjectIdentifiers.ecdsa_plain_SHA256))
                : Optional.empty();
    }

    /** SecurityInfos with an ActiveAuthenticationInfo (ICAO 9303-11, 9.2.4). */
    static byte[] dg14(ASN1ObjectIdentifier signatureAlgorithm) {
        try {
            ASN1Encodable[] info = {AA_PROTOCOL, new ASN1Integer(1), signatureAlgorithm};
            return Tlv.of(0x6E, new DERSet(new DERSequence(info)).getEncoded());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static byte[] dg15(PublicKey chipKey) {
        return Tlv.of(0x6F, chipKey.getEncoded());
    }
}
