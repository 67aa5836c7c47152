package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
    void aNameBeyondTheBasicPlaneAndLatinLettersAreFoundAsJsonAndAddressesWriteThem() {
        assertThat(Needle.text("name", "𠮷a 明").forms())
                .containsEntry("\\u escapes", "\\ud842\\udfb7\\u0061\\u0020\\u660e")
                .containsEntry("\\u escapes, upper case", "\\uD842\\uDFB7\\u0061\\u0020\\u660E")
                .containsEntry("\\u escapes beyond ASCII", "\\ud842\\udfb7a \\u660e")
                .containsEntry("\\u escapes beyond ASCII, upper case", "\\uD842\\uDFB7a \\u660E")
                .containsEntry("form-encoded", "%F0%A0%AE%B7a+%E6%98%8E")
                .containsEntry("percent-encoded", "%F0%A0%AE%B7a%20%E6%98%8E");
    }

    @Test
    void digestsAreNeedlesOfTheirOwn() {
        assertThat(Needle.text("word", "abc").digests())
                .extracting(Needle::what, digest -> digest.forms().get("hex"))
                .containsExactly(
                        tuple("MD5 of word", "900150983cd24fb0d6963f7d28e17f72"),
                        tuple("SHA-1 of word", "a9993e364706816aba3e25717850c26c9cd0d89d"),
                        tuple("SHA-256 of word", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    @Test
    void bytesThatAreNoTextAreLookedForAsHexAndBase64() {
        Needle bytes = new Needle("portrait", new byte[] {(byte) 0xff, (byte) 0xd8, 1, 2, 3, 4});
        assertThat(bytes.forms()).containsEntry("hex", "ffd801020304").doesNotContainKey("UTF-8");
    }
}
