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

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
