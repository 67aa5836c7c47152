package org.cyberspaceid.mobile.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeTextTest {

    @ParameterizedTest
    @CsvSource({
        "enrolment, zh-Hans, 切勿告诉任何人",
        "sign-in, zh-Hans, 切勿告诉任何人",
        "sign-in, zh-CN, 切勿告诉任何人",
        "sign-in, fr, 切勿告诉任何人",
        "enrolment, zh-Hant, 切勿告訴任何人",
        "sign-in, zh-Hant, 切勿告訴任何人",
        "sign-in, zh-TW, 切勿告訴任何人",
        "enrolment, en, Never share it",
        "sign-in, en, Never share it",
        "recovery, zh-Hans, 切勿告诉任何人",
        "recovery, zh-Hant, 切勿告訴任何人",
        "recovery, en, Never share it",
        "change-number, zh-Hans, 切勿告诉任何人",
        "change-number, zh-Hant, 切勿告訴任何人",
        "change-number, en, Never share it",
        "confirm-freeze, zh-Hans, 切勿告诉任何人",
        "confirm-freeze, zh-Hant, 切勿告訴任何人",
        "confirm-freeze, en, Never share it",
        "confirm-delete, zh-Hans, 切勿告诉任何人",
        "confirm-delete, zh-Hant, 切勿告訴任何人",
        "confirm-delete, en, Never share it",
        "sign-in, en-GB, Never share it"
    })
    void everyTextCarriesTheCodeWarnsAndFitsOneMessage(String purpose, String language, String warning) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ENGLISH);
            String text = CodeText.of(purpose, "012345", Locale.forLanguageTag(language));
            assertThat(text).contains("012345").contains(warning).hasSizeLessThanOrEqualTo(70);
        } finally {
            Locale.setDefault(before);
        }
    }
}
