package org.cyberspaceid.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenPageTest {
    @ParameterizedTest
    @CsvSource({"en, en", "zh-Hans, zh-Hans", "zh-Hant, zh-Hant", "fr, zh-Hans"})
    void speaksTheLanguageOfThePagesBeforeIt(String locale, String language) {
        assertThat(OpenPage.text(Locale.forLanguageTag(locale))).contains("<html lang=\"" + language + "\">");
    }
}
