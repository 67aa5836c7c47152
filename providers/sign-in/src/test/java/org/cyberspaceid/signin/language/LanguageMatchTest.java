package org.cyberspaceid.signin.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageMatchTest {
    private static final List<Locale> OURS =
            Stream.of("zh-Hans", "en", "zh-Hant").map(Locale::forLanguageTag).toList();

    @ParameterizedTest
    @CsvSource({
        "zh, zh-Hans",
        "zh-Hans, zh-Hans",
        "zh-CN, zh-Hans",
        "zh-SG, zh-Hans",
        "zh-Hans-HK, zh-Hans",
        "zh-Hant, zh-Hant",
        "zh-TW, zh-Hant",
        "zh-HK, zh-Hant",
        "zh-MO, zh-Hant",
        "zh-Hant-TW, zh-Hant",
        "en, en",
        "en-GB, en",
    })
    void theScriptCounts(String wanted, String answered) {
        assertThat(LanguageMatch.of(wanted, OURS).map(Locale::toLanguageTag)).contains(answered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "", "zh_Hant", "*", "zh-Latn", "%00"})
    void whatWeDoNotSpeakMatchesNothing(String wanted) {
        assertThat(LanguageMatch.of(wanted, OURS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"pt, pt-BR", "pt-PT, pt-PT", "de-AT, de", "pt-AO, ''"})
    void theCountryCountsAsInKeycloak(String wanted, String answered) {
        List<Locale> many =
                Stream.of("pt-BR", "pt-PT", "de").map(Locale::forLanguageTag).toList();

        assertThat(LanguageMatch.of(wanted, many).map(Locale::toLanguageTag).orElse(""))
                .isEqualTo(answered);
    }
}
