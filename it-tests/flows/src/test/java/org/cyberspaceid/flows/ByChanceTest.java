package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByChanceTest {
    private static final String PASSWORD = "58301947";

    @ParameterizedTest
    @CsvSource({
        "base64 at 0, abcde, true",
        "base64 at 1, abcdef, false",
        "base64url at 2, abcde, true",
        "base64url at 2, abcdef, false",
        "hex, abcdef0, true",
        "hex, abcdef01, false",
        "HEX, ABCDEF0, true",
        "HEX, ABCDEF01, false",
        "UTF-8, 王芳, false",
        "'\\u escapes', '\\u738b', false"
    })
    void base64BelowSixAndHexBelowEightCharactersAreLeftOut(String form, String text, boolean leftOut) {
        assertThat(ByChance.wouldBeFound(form, text)).isEqualTo(leftOut);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PASSWORD,
                "\t58301947\n",
                "\"pin\":\"58301947\"",
                "code58301947",
                "code=58301947,",
                "cafe58301947fee",
                "1.58301947x",
                "王58301947王"
            })
    void eightDigitsCountWhereTheyStandForThemselves(String content) {
        assertThat(isFound(content, PASSWORD)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"158301947", "583019470", "1764258301947", "\\x00ff58301947a00f", "AB0058301947CDEF"})
    void eightDigitsInALongerNumberOrInHexDoNot(String content) {
        assertThat(isFound(content, PASSWORD)).isTrue();
    }

    @Test
    void anythingElseCountsWhereverItIsFound() {
        assertThat(isFound("1137583019470", "13758301947")).as("eleven digits").isFalse();
        assertThat(isFound("00ff00ff00ffE58301947a00f", "E58301947"))
                .as("a letter")
                .isFalse();
        assertThat(isFound("11958-03-080", "1958-03-08")).as("dashes").isFalse();
        assertThat(isFound("1陈晓雨1", "陈晓雨")).as("a name").isFalse();
    }

    private static boolean isFound(String content, String text) {
        int from = content.indexOf(text);
        assertThat(from).isNotNegative();
        return ByChance.isFound(content, from, from + text.length());
    }
}
