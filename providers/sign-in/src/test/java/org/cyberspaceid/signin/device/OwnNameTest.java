package org.cyberspaceid.signin.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 | Chrome · Windows
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0 | Edge · Windows
            Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1 | Safari · iPhone
            Mozilla/5.0 (Linux; Android 15; V2309A) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36 MicroMessenger/8.0.50 | WeChat · Android
            Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 | Firefox · Linux
            Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1 Mobile | Chrome · HarmonyOS
            """)
    void isTheFamilyOfBrowserAndSystemAndNothingFiner(String userAgent, String name) {
        assertThat(OwnName.coarse(userAgent)).isEqualTo(name);
    }

    @Test
    void isEmptyWhenNeitherIsKnown() {
        assertThat(OwnName.coarse(null)).isEmpty();
        assertThat(OwnName.coarse("curl/8.0")).isEmpty();
    }

    @Test
    void whatIsTypedHasNoControlCharactersAndAnEnd() {
        assertThat(OwnName.typed(" 奶奶的\u0000\n手机\u202e ")).isEqualTo("奶奶的手机");
        assertThat(OwnName.typed("𠮷".repeat(50))
                        .codePointCount(0, OwnName.typed("𠮷".repeat(50)).length()))
                .isEqualTo(OwnName.LONGEST);
        assertThat(OwnName.typed(null)).isEmpty();
    }
}
