package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeedleTest {
    private final Needle needle = Needle.text("name", "陈晓雨");

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "abcd"})
    void base64IsFoundWhereverTheValueStands(String before) {
        String larger = Base64.getEncoder().encodeToString((before + "陈晓雨 and more").getBytes(StandardCharsets.UTF_8));
        assertThat(needle.forms().values()).anyMatch(larger::contains);
    }

    @Test
    void escapesAreFound() {
        assertThat(needle.forms()).containsEntry("\\u escapes", "\\u9648\\u6653\\u96e8");
    }

    @Test
    void bytesThatAreNoTextAreLookedForAsHexAndBase64() {
        Needle bytes = new Needle("portrait", new byte[] {(byte) 0xff, (byte) 0xd8, 1, 2, 3, 4});
        assertThat(bytes.forms()).containsEntry("hex", "ffd801020304").doesNotContainKey("UTF-8");
    }
}
