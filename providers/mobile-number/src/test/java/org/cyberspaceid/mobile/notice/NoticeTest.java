package org.cyberspaceid.mobile.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NoticeTest {

    static Stream<Arguments> everyNoticeInEveryLanguage() {
        return Stream.of(Notice.values())
                .flatMap(notice -> Stream.of("zh-Hans", "zh-Hant", "en", "fr").map(l -> Arguments.of(notice, l)));
    }

    @ParameterizedTest
    @MethodSource("everyNoticeInEveryLanguage")
    void saysWhoSpeaksHasNoLinkAndFitsOneMessage(Notice notice, String language) {
        String text = notice.text(Locale.forLanguageTag(language));
        assertThat(text)
                .startsWith(
                        switch (language) {
                            case "en" -> "Cyberspace ID: ";
                            case "zh-Hant" -> "【網路身份】";
                            default -> "【网络身份】";
                        })
                .hasSizeLessThanOrEqualTo(70)
                .doesNotContain("http", "://", "www", ".cn", ".com");
    }
}
