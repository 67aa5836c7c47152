package org.cyberspaceid.sandbox.persona;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.cyberspaceid.core.password.EightDigitPassword;
import org.junit.jupiter.api.Test;

class PersonaPlanTest {
    @Test
    void thereAreEnoughAndEachIsSomebodyElse() {
        assertThat(PersonaPlan.ALL).hasSizeGreaterThanOrEqualTo(6);
        assertThat(PersonaPlan.ALL).extracting(PersonaPlan::id).doesNotHaveDuplicates();
        assertThat(PersonaPlan.ALL).extracting(PersonaPlan::mobile).doesNotHaveDuplicates();
        assertThat(PersonaPlan.ALL).extracting(plan -> plan.face().id()).doesNotHaveDuplicates();
    }

    @Test
    void theirPasswordsFollowTheRule() {
        for (PersonaPlan plan : PersonaPlan.ALL) {
            assertThat(EightDigitPassword.check(
                            plan.password(), LocalDate.parse(plan.birthDate()), List.of(plan.mobile())))
                    .as(plan.id())
                    .isEmpty();
        }
    }

    @Test
    void theirNumbersAreAroundThePlaceholder() {
        assertThat(PersonaPlan.ALL).allSatisfy(plan -> assertThat(plan.mobile()).matches("\\+86138001380\\d\\d"));
    }
}
