package org.cyberspaceid.document.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
    @ParameterizedTest
    @CsvSource({"1, 95", "2, 131072", "11, 8192", "12, 8192", "14, 16384", "15, 4096"})
    void eachGroupHasItsCap(int group, int cap) {
        assertThat(Limits.takes(group)).isTrue();
        assertThat(Limits.of(group)).isEqualTo(cap);
    }

    @ParameterizedTest
    @CsvSource({"0", "3", "4", "13", "16", "-1"})
    void othersAreNotTaken(int group) {
        assertThat(Limits.takes(group)).isFalse();
    }

    @Test
    void base64IsMeasuredBeforeItIsDecoded() {
        assertThat(Limits.fitsAsBase64("AAAA", 3)).isTrue();
        assertThat(Limits.fitsAsBase64("AAAAA", 3)).isFalse();
        assertThat(Limits.fitsAsBase64("AAAAAAAA", 4)).isTrue();
        assertThat(Limits.fitsAsBase64("AAAAAAAAA", 4)).isFalse();
        assertThat(Limits.fitsAsBase64("", 0)).isTrue();
    }
}
