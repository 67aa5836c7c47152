package org.cyberspaceid.mobile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.cyberspaceid.core.mobile.MobileNumber;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.mobile.MobileNumbers.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibphonenumberParserTest {
    private final MobileNumbers parser = new LibphonenumberParser();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800138000",
                " 138 0013 8000 ",
                "138-0013-8000",
                "+8613800138000",
                "+86 138 0013 8000",
                "008613800138000",
                "8613800138000",
                "(+86) 13800138000",
                "１３８００１３８０００",
                "＋８６１３８００１３８０００"
            })
    void readsOneNumberHoweverItIsTyped(String typed) {
        assertThat(parser.parse(typed)).isEqualTo(new Parsed.Good(new MobileNumber("+8613800138000")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+85261234567", // Hong Kong
                "+85366123456", // Macao
                "+886912345678", // Taiwan
                "+14155552671",
                "+447911123456",
                "+4915123456789", // Germany: after the country code it looks like one of ours
                "01065529988", // Beijing, landline
                "+86 21 6289 9999",
                "4008001234" // shared-cost service
            })
    void saysThatForeignNumbersAndLandlinesAreNotSupported(String typed) {
        assertThat(parser.parse(typed)).isEqualTo(new Parsed.Bad(Problem.MOBILE_NUMBER_NOT_SUPPORTED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1",
                "1380013800",
                "138001380000",
                "12345678901",
                "abc",
                "138001380OO",
                "13800138000 ext 5",
                "13800138000;phone-context=+44",
                "<script>alert(1)</script>",
                "13800138000\u0000",
                "++8613800138000",
                "000000000000000000000000000000000000000013800138000"
            })
    void refusesWhatIsNoNumber(String typed) {
        assertThat(parser.parse(typed)).isEqualTo(new Parsed.Bad(Problem.MOBILE_NUMBER_INVALID));
    }

    @Test
    void refusesAbsence() {
        assertThat(parser.parse(null)).isEqualTo(new Parsed.Bad(Problem.MOBILE_NUMBER_INVALID));
    }

    @Test
    void acceptsTheDeployersOwnPrefixes() {
        assertThat(parser.parse("14912345678")).isInstanceOf(Parsed.Bad.class);
        assertThat(new LibphonenumberParser(Set.of("149")).parse("14912345678"))
                .isEqualTo(new Parsed.Good(new MobileNumber("+8614912345678")));
    }

    @Test
    void refusesAPrefixThatWouldLetLandlinesIn() {
        assertThatThrownBy(() -> new LibphonenumberParser(Set.of("010"))).isInstanceOf(IllegalArgumentException.class);
    }
}
