package org.cyberspaceid.relyingparty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MethodsMapperTest {
    @Test
    void passwordAndMessageAreTwoKinds() {
        assertThat(MethodsMapper.methods(List.of("auth-cookie", "sign-in-password", "sign-in-second-factor"), false))
                .containsExactly("pin", "sms", "mfa");
    }

    @Test
    void aKnownDeviceAddsNoValueOfItsOwn() {
        assertThat(MethodsMapper.methods(List.of("sign-in-password", "sign-in-second-factor"), true))
                .containsExactly("pin");
    }

    @Test
    void enrolmentCountsEachKindOnce() {
        assertThat(MethodsMapper.methods(
                        List.of(
                                "enrolment-notice",
                                "enrolment-document",
                                "enrolment-face",
                                "enrolment-mobile-number",
                                "enrolment-password",
                                "enrolment-issue"),
                        false))
                .containsExactly("face", "pin", "sms", "mfa");
    }

    @Test
    void nothingIsClaimedOfUnknownSteps() {
        assertThat(MethodsMapper.methods(List.of("auth-cookie"), false)).isEmpty();
    }
}
