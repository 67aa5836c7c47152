package org.cyberspaceid.document.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DerShapeTest {
    @Test
    void givesBackWhatIsWellShaped() {
        byte[] der = HexFormat.of().parseHex("30060401AB020105");
        assertThat(DerShape.require(der)).isSameAs(der);
    }

    @Test
    void refusesBytesAfterTheObject() {
        assertThatThrownBy(() -> DerShape.require(HexFormat.of().parseHex("040100FF")))
                .hasMessage("bytes after the object");
    }

    @Test
    void looksIntoWhatIsConstructedOnly() {
        assertThat(DerShape.require(HexFormat.of().parseHex("040204FF"))).isNotNull();
        assertThatThrownBy(() -> DerShape.require(HexFormat.of().parseHex("300204FF")))
                .isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> DerShape.require(HexFormat.of().parseHex("A00204FF")))
                .isInstanceOf(MalformedException.class);
    }

    @Test
    void looksAtEveryChild() {
        assertThatThrownBy(() -> DerShape.require(HexFormat.of().parseHex("3007020105040104FF")))
                .isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> DerShape.require(HexFormat.of().parseHex("30070201053002A0FF")))
                .isInstanceOf(MalformedException.class);
    }

    @Test
    void theDepthIsTwentyFour() {
        assertThat(DerShape.require(nested(24))).isNotNull();
        assertThatThrownBy(() -> DerShape.require(nested(25))).hasMessage("too deep");
    }

    @Test
    void theNumberOfObjectsIsBounded() {
        assertThat(DerShape.require(inARow(9), 10)).isNotNull();
        assertThatThrownBy(() -> DerShape.require(inARow(10), 10)).hasMessage("too many objects");
        assertThat(DerShape.require(inARow(8_191))).isNotNull();
        assertThatThrownBy(() -> DerShape.require(inARow(8_192))).hasMessage("too many objects");
    }

    private static byte[] nested(int depth) {
        byte[] object = new byte[0];
        for (int i = 0; i < depth; i++) {
            object = wrapped(object);
        }
        return object;
    }

    private static byte[] inARow(int objects) {
        byte[] nulls = new byte[2 * objects];
        for (int i = 0; i < nulls.length; i += 2) {
            nulls[i] = 0x05;
        }
        return wrapped(nulls);
    }

    private static byte[] wrapped(byte[] content) {
        byte[] all = Arrays.copyOf(
                new byte[] {0x30, (byte) 0x82, (byte) (content.length >> 8), (byte) content.length},
                4 + content.length);
        System.arraycopy(content, 0, all, 4, content.length);
        return all;
    }
}
