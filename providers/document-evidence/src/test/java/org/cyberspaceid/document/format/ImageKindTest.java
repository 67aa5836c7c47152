package org.cyberspaceid.document.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageKindTest {
    @ParameterizedTest
    @CsvSource({
        "JPEG, FFD8FF",
        "PNG, 89504E470D0A1A0A",
        "JPEG2000, 0000000C6A5020200D0A870A",
        "JPEG2000_CODE_STREAM, FF4FFF51"
    })
    void knowsAnImageByItsFirstBytes(ImageKind kind, String magic) {
        assertThat(ImageKind.of(bytes(magic + "00"))).contains(kind);
        assertThat(ImageKind.of(bytes(magic))).as("nothing follows").isEmpty();
        assertThat(ImageKind.of(bytes("00" + magic + "00"))).isEmpty();
        assertThat(ImageKind.of(new byte[0])).isEmpty();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
