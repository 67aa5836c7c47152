package org.cyberspaceid.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.cyberspaceid.core.outcome.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgeGateTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @ValueSource(strings = {"2008-11-23", "2010-01-01", "2013-11-22", "2024-06-01"})
    void underEighteenNeedsAGuardian(String birthDate) {
        assertThat(AgeGate.check(LocalDate.parse(birthDate), TODAY)).contains(Problem.GUARDIAN_REQUIRED);
    }

    @Test
    void onTheEighteenthBirthdayOneGoesOnAlone() {
        assertThat(AgeGate.check(LocalDate.of(2008, 11, 22), TODAY)).isEmpty();
    }
}
