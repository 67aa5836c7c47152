package org.cyberspaceid.themes;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The zh-Hant bundle is Traditional Chinese, in its characters and in its words. */
class TraditionalChineseTest {
    /** Said so on the mainland only. */
    private static final List<String> MAINLAND_WORDS = List.of(
            "登錄", "短信", "網絡", "互聯網", "信息", "芯片", "鏈接", "攝像頭", "屏幕", "默認", "設備", "日誌", "支持", "賬戶", "數據", "視頻", "刷新",
            "短訊", "二維碼", "腳本");
    /** A language is named in itself. */
    private static final String SIMPLIFIED_BY_ITSELF = "locale_zh-Hans";

    private final Properties messages = LoginTheme.load().ownMessages(Language.ZH_HANT);

    @Test
    void noSimplifiedCharacterIsLeft() {
        for (String key : messages.stringPropertyNames()) {
            if (!key.equals(SIMPLIFIED_BY_ITSELF)) {
                assertThat(SimplifiedCharacters.in(messages.getProperty(key)))
                        .as(key)
                        .isEmpty();
            }
        }
    }

    @Test
    void noMainlandWordIsLeft() {
        for (String key : messages.stringPropertyNames()) {
            assertThat(messages.getProperty(key)).as(key).doesNotContain(MAINLAND_WORDS);
        }
    }

    @Test
    void quotationMarksAreTheTraditionalOnes() {
        assertThat(messages.values()).noneMatch(text -> text.toString().matches("(?s).*[“”].*"));
    }

    @Test
    void theCheckFindsWhatItLooksFor() {
        assertThat(SimplifiedCharacters.in("网號與证件")).containsExactly("网", "证");
        assertThat(SimplifiedCharacters.in("網號與證件，週歲裡")).isEmpty();
        assertThat(SimplifiedCharacters.in(
                        LoginTheme.load().ownMessages(Language.ZH_HANS).getProperty("notice.title")))
                .isNotEmpty();
    }

    /** By Unicode CLDR's transliteration, character by character: what it would change is Simplified. */
    private static final class SimplifiedCharacters {
        private static final Transliterator TO_TRADITIONAL = Transliterator.getInstance("Hans-Hant");

        static List<String> in(String text) {
            return text.codePoints()
                    .mapToObj(Character::toString)
                    .filter(c -> !TO_TRADITIONAL.transliterate(c).equals(c))
                    .toList();
        }
    }
}
