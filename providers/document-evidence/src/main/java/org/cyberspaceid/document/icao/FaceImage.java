package org.cyberspaceid.document.icao;

import static org.cyberspaceid.document.format.MalformedException.unless;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.cyberspaceid.document.format.Tlv;

/**
 * The holder's portrait out of DG2: a biometric information template (ICAO 9303-10, 4.7.2, CBEFF) around a face record (ISO/IEC
 * 19794-5:2005). No loop follows a number out of the file.
 */
final class FaceImage {
    private static final int DG2 = 0x75;
    private static final int GROUP_TEMPLATE = 0x7F61;
    private static final int TEMPLATE = 0x7F60;
    private static final int DATA_BLOCK = 0x5F2E;
    private static final int CONSTRUCTED_DATA_BLOCK = 0x7F2E;

    private static final byte[] FACE_RECORD = "FAC\0".getBytes(StandardCharsets.US_ASCII);
    private static final int RECORD_HEADER = 14;
    private static final int FACIAL_INFORMATION = 20;
    private static final int FEATURE_POINT = 8;
    private static final int IMAGE_INFORMATION = 12;

    private FaceImage() {}

    /** The image of the first record, undecoded. */
    static byte[] parse(byte[] dg2) {
        Tlv template = Tlv.file(DG2, dg2).child(GROUP_TEMPLATE).child(TEMPLATE);
        byte[] record = template.children().stream()
                .filter(t -> t.tag() == DATA_BLOCK || t.tag() == CONSTRUCTED_DATA_BLOCK)
                .findFirst()
                .map(Tlv::value)
                .orElse(new byte[0]);
        unless(record.length > RECORD_HEADER + FACIAL_INFORMATION + IMAGE_INFORMATION, "no face record");
        unless(Arrays.equals(record, 0, FACE_RECORD.length, FACE_RECORD, 0, FACE_RECORD.length), "not a face record");
        return image(ByteBuffer.wrap(record));
    }

    /** Facial record header (5.4): "FAC", version, length, number of images; then one block (5.5) for each image. */
    private static byte[] image(ByteBuffer record) {
        long recordLength = Integer.toUnsignedLong(record.getInt(8));
        long blockLength = Integer.toUnsignedLong(record.getInt(RECORD_HEADER));
        int featurePoints = Short.toUnsignedInt(record.getShort(RECORD_HEADER + 4));
        int imageAt = RECORD_HEADER + FACIAL_INFORMATION + featurePoints * FEATURE_POINT + IMAGE_INFORMATION;
        unless(recordLength <= record.capacity(), "the record is longer than what is there");
        unless(RECORD_HEADER + blockLength <= recordLength, "the block is longer than the record");
        int end = RECORD_HEADER + (int) blockLength;
        unless(imageAt < end, "no image");
        return Arrays.copyOfRange(record.array(), imageAt, end);
    }
}
