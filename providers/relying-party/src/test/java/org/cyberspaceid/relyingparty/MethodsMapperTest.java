package org.cyberspaceid.relyingparty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MethodsMapperTest {
    @Test
    void saysWhatSignInNoted() {
        assertThat(MethodsMapper.ofNote("[\"pin\",\"sms\",\"mfa\"]")).containsExactly("pin", "sms", "mfa");
        assertThat(MethodsMapper.ofNote("[\"pin\"]")).containsExactly("pin");
    }

    @Test
    void enrolmentCountsEachKindOnce() {
        assertThat(MethodsMapper.ofSteps(List.of(
                        "enrolment-notice",
                        "enrolment-document",
                        "enrolment-face",
                        "enrolment-mobile-number",
                        "enrolment-password",
                        "enrolment-issue")))
                .containsExactly("face", "pin", "sms", "mfa");
    }

    @Test
    void nothingIsClaimedOfUnknownSteps() {
        assertThat(MethodsMapper.ofSteps(List.of("auth-cookie", "enrolment-notice")))
                .isEmpty();
    }
}
