package org.cyberspaceid.core.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.cyberspaceid.core.outcome.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EightDigitPasswordTest {
    private static final LocalDate BORN = LocalDate.of(1990, 7, 24);
    private static final List<String> NUMBERS = List.of("+8613800138465", "110105199007240021");

    @ParameterizedTest
    @CsvSource({
        "1234567, PASSWORD_NOT_EIGHT_DIGITS",
        "123456789, PASSWORD_NOT_EIGHT_DIGITS",
        "1234567a, PASSWORD_NOT_EIGHT_DIGITS",
        "१२३४५६७८, PASSWORD_NOT_EIGHT_DIGITS",
        "12345678, PASSWORD_PATTERN",
        "87654321, PASSWORD_PATTERN",
        "67890123, PASSWORD_PATTERN",
        "11111111, PASSWORD_PATTERN",
        "12121212, PASSWORD_PATTERN",
        "12341234, PASSWORD_PATTERN",
        "11223344, PASSWORD_PATTERN",
        "44332211, PASSWORD_PATTERN",
        "13333275, PASSWORD_PATTERN",
        "19900724, PASSWORD_PERSONAL",
        "24071990, PASSWORD_PERSONAL",
        "07241990, PASSWORD_PERSONAL",
        "00138465, PASSWORD_PERSONAL",
        "10519900, PASSWORD_PERSONAL",
    })
    void refuses(String candidate, Problem problem) {
        assertThat(EightDigitPassword.check(candidate, BORN, NUMBERS)).contains(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40718263", "96310475", "22581177"})
    void accepts(String candidate) {
        assertThat(EightDigitPassword.check(candidate, BORN, NUMBERS)).isEmpty();
    }
}
