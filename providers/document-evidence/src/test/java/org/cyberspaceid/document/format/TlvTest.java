package org.cyberspaceid.document.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlvTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "6F06 3004 0403 0000", // one byte more than is there
                "6F06 3004 0405 0000", // beyond the end of its parent, and of the file
                "6F08 3006 0484 7FFFFFFF", // 2 GB
                "6F08 3006 0484 FFFFFFFF" // 4 GB
            })
    void anObjectWithinAnotherIsNeverLongerThanIt(String hex) {
        Tlv sequence = Tlv.file(0x6F, bytes(hex)).child(0x30);

        assertThatThrownBy(sequence::children).isInstanceOf(MalformedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6F02ABCDEF", "6F04ABCD", "6F847FFFFFFFABCD"})
    void aFileIsAsLongAsItSays(String hex) {
        assertThatThrownBy(() -> Tlv.file(0x6F, bytes(hex))).isInstanceOf(MalformedException.class);
    }

    @Test
    void readsWhatIsWhole() {
        assertThat(Tlv.file(0x6F, bytes("6F06 3004 0402 ABCD"))
                        .child(0x30)
                        .child(0x04)
                        .value())
                .containsExactly(0xAB, 0xCD);
    }

    @Test
    void aTagHasOneOrTwoBytes() {
        assertThat(Tlv.file(0x5F2E, bytes("5F2E 00")).tag()).isEqualTo(0x5F2E);
        assertThat(Tlv.file(0x7F61, bytes("7F61 00")).length()).isZero();
        assertThatThrownBy(() -> Tlv.file(0x5F82, bytes("5F82 0100"))).hasMessage("the tag is too long");
        assertThatThrownBy(() -> Tlv.file(0x5F2E, bytes("5F2E"))).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> Tlv.file(0x5F, bytes("5F"))).hasMessage("no room for tag and length");
        assertThatThrownBy(() -> Tlv.file(0x60, bytes("6100"))).hasMessage("another tag");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6F02ABCD", "6F8102ABCD", "6F820002ABCD", "6F83000002ABCD", "6F8400000002ABCD"})
    void aLengthHasUpToFourBytesMore(String hex) {
        Tlv file = Tlv.file(0x6F, bytes(hex));
        assertThat(file.length()).isEqualTo(2);
        assertThat(file.value()).containsExactly(0xAB, 0xCD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6F800000", "6F850000000002ABCD", "6F81", "6F8200"})
    void anyOtherLengthIsNone(String hex) {
        assertThatThrownBy(() -> Tlv.file(0x6F, bytes(hex))).isInstanceOf(MalformedException.class);
    }

    @Test
    void aLengthAboveAByteIsReadWhole() {
        byte[] file = new byte[4 + 0x1234];
        file[0] = 0x6F;
        file[1] = (byte) 0x82;
        file[2] = 0x12;
        file[3] = 0x34;
        assertThat(Tlv.file(0x6F, file).length()).isEqualTo(0x1234);
    }

    @Test
    void childrenComeInTheirOrderAndAreSixtyFourAtMost() {
        assertThat(Tlv.file(0x30, bytes("3006 0400 0500 0400")).children())
                .extracting(Tlv::tag)
                .containsExactly(0x04, 0x05, 0x04);
        assertThat(Tlv.file(0x30, bytes("308180" + "0400".repeat(64))).children())
                .hasSize(64);
        Tlv tooMany = Tlv.file(0x30, bytes("308182" + "0400".repeat(65)));
        assertThatThrownBy(tooMany::children).hasMessage("too many objects");
    }

    @Test
    void theFirstChildOfATagIsTaken() {
        Tlv parent = Tlv.file(0x30, bytes("3008 0500 040101 040102"));
        assertThat(parent.child(0x04).value()).containsExactly(1);
        assertThatThrownBy(() -> parent.child(0x06)).hasMessage("an object is missing");
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
