package org.cyberspaceid.document.icao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.cyberspaceid.document.format.MalformedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaceImageTest {
    private static final byte[] IMAGE = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1, 2, 3};

    @Test
    void skipsTheFeaturePoints() {
        assertThat(FaceImage.parse(dg2(2, 0, 0))).isEqualTo(IMAGE);
    }

    /** A record of the size with which JMRTD loops for ever, and its relatives: numbers that point beyond what is there, or back. */
    @ParameterizedTest
    @CsvSource({"65535, 0, 0", "3, 0, 0", "2, 1, 0", "2, -2147483648, 0", "2, 0, 1", "2, 0, -6", "2, 0, -2147483648"})
    void refusesNumbersThatPointElsewhere(int featurePoints, int moreRecord, int moreBlock) {
        assertThatThrownBy(() -> FaceImage.parse(dg2(featurePoints, moreRecord, moreBlock)))
                .isInstanceOf(MalformedException.class);
    }

    private static byte[] dg2(int statedFeaturePoints, int moreRecord, int moreBlock) {
        int blockLength = 20 + 2 * 8 + 12 + IMAGE.length;
        ByteBuffer record = ByteBuffer.allocate(14 + blockLength);
        record.put("FAC\000010\0".getBytes(StandardCharsets.US_ASCII));
        record.putInt(14 + blockLength + moreRecord).putShort((short) 1);
        record.putInt(blockLength + moreBlock).putShort((short) statedFeaturePoints);
        record.position(14 + blockLength - IMAGE.length);
        byte[] block = wrapped(new byte[] {0x5F, 0x2E}, record.put(IMAGE).array());
        return wrapped(new byte[] {0x75}, wrapped(new byte[] {0x7F, 0x61}, wrapped(new byte[] {0x7F, 0x60}, block)));
    }

    private static byte[] wrapped(byte[] tag, byte[] content) {
        return ByteBuffer.allocate(tag.length + 1 + content.length)
                .put(tag)
                .put((byte) content.length)
                .put(content)
                .array();
    }
}
