package org.cyberspaceid.relyingparty.claims;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchHashTest {
    private final MatchHash hash = new MatchHash(People.index(), "shop");

    @ParameterizedTest
    @CsvSource({
        "张三,E12345678,true",
        "' 张 三 ',e12345678,true",
        "张·三,E 1234 5678,true",
        "ZHANG SAN,E12345678,true",
        "Zhang-San,Ｅ１２３４５６７８,true",
        "ｚｈａｎｇｓａｎ,E-12345678,true",
        "SAN ZHANG,E12345678,false",
        "张三丰,E12345678,false",
        "张,E12345678,false",
        "张三,E12345679,false",
        "E12345678,张三,false"
    })
    void takesOnlyTheDocumentsNameWithItsNumber(String name, String number, boolean match) {
        String pair = hash.of(new IdentityMatch.Supplied(name, number, false));
        assertThat(hash.isOf(People.zhangSan(), pair)).isEqualTo(match);
    }

    @Test
    void isOfNoUseAtAnotherIsp() {
        String pair = hash.of(new IdentityMatch.Supplied("张三", "E12345678", false));
        assertThat(new MatchHash(People.index(), "bank").isOf(People.zhangSan(), pair))
                .isFalse();
        assertThat(pair).matches("[A-Za-z0-9_-]{43}");
    }
}
