package org.cyberspaceid.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AmrTest {
    @Test
    void aFaceComesBesideWhatWasThereAndEachMethodOnce() {
        assertThat(Amr.withFace("[\"pin\"]")).isEqualTo("[\"pin\",\"face\",\"mfa\"]");
        assertThat(Amr.withFace("[\"pin\",\"sms\",\"mfa\"]")).isEqualTo("[\"pin\",\"sms\",\"mfa\",\"face\"]");
        assertThat(Amr.withFace(Amr.withFace("[\"pin\"]"))).isEqualTo(Amr.withFace("[\"pin\"]"));
    }

    @Test
    void aPasskeyIsSeenInWhatWasNoted() {
        assertThat(Amr.isByPasskey(null)).isFalse();
        assertThat(Amr.isByPasskey("[\"pin\",\"sms\",\"mfa\"]")).isFalse();
        assertThat(Amr.isByPasskey("[\"hwk\",\"user\"]")).isTrue();
        assertThat(Amr.isByPasskey("[\"pin\",\"swk\",\"user\",\"mfa\",\"face\"]"))
                .isTrue();
    }
}
