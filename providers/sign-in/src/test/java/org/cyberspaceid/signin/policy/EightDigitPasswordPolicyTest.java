package org.cyberspaceid.signin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.cyberspaceid.core.document.DocumentNumber;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.PersonName;
import org.cyberspaceid.core.document.VerifiedDocument;
import org.cyberspaceid.core.mobile.MobileNumber;
import org.cyberspaceid.core.vault.IdentityRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EightDigitPasswordPolicyTest {
    private static final IdentityRecord CITIZEN = new IdentityRecord(
            new VerifiedDocument(
                    DocumentNumber.parse(DocumentType.PASSPORT, "E83947261", LocalDate.of(2026, 11, 22))
                            .orElseThrow(),
                    new PersonName("王小明", Optional.empty()),
                    LocalDate.of(1990, 5, 17),
                    LocalDate.of(2030, 1, 1),
                    VerifiedDocument.ChipProof.ORIGINAL),
            new MobileNumber("+8613805719264"),
            true,
            "1",
            Instant.EPOCH);

    @ParameterizedTest
    @CsvSource({
        "1234567, problem.password_not_eight_digits.what",
        "123456789, problem.password_not_eight_digits.what",
        "abcdefgh, problem.password_not_eight_digits.what",
        "12345678, problem.password_pattern.what",
        "11112222, problem.password_pattern.what",
        "19900517, problem.password_personal.what",
        "05719264, problem.password_personal.what",
        "83947261, problem.password_personal.what"
    })
    void refusesWithTheMessageOfTheProblem(String password, String message) {
        assertThat(EightDigitPasswordPolicy.judge(Optional.of(CITIZEN), password)
                        .getMessage())
                .isEqualTo(message);
    }

    @Test
    void acceptsEightDigitsThatSayNothing() {
        assertThat(EightDigitPasswordPolicy.judge(Optional.of(CITIZEN), "73920461"))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"19900517", "05719264", "83947261", "00010101"})
    void knowsNothingPersonalOfAnAccountWithoutRecord(String password) {
        assertThat(EightDigitPasswordPolicy.judge(Optional.empty(), password)).isNull();
    }

    @Test
    void stillAsksForTheShapeThere() {
        assertThat(EightDigitPasswordPolicy.judge(Optional.empty(), null).getMessage())
                .isEqualTo("problem.password_not_eight_digits.what");
        assertThat(EightDigitPasswordPolicy.judge(Optional.empty(), "87654321").getMessage())
                .isEqualTo("problem.password_pattern.what");
    }
}
