package org.cyberspaceid.relyingparty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuthTimeTest {
    private static final long FIVE_MINUTES = 300;
    private static final long REAL = 1_795_800_001;

    @Test
    void isRoundedUpToFiveMinutesOnceTheyAreOver() {
        long told = AuthTime.first(REAL, REAL + 3600).told();
        assertThat(told % FIVE_MINUTES).isZero();
        assertThat(told).isBetween(REAL, REAL + FIVE_MINUTES - 1);
    }

    @Test
    void isNeverAfterTheTokenNorBeforeTheRealTime() {
        assertThat(AuthTime.first(REAL, REAL + 2).told()).isEqualTo(REAL + 2);
        assertThat(AuthTime.first(REAL, REAL).told()).isEqualTo(REAL);
        assertThat(AuthTime.first(REAL - 1, REAL + 2).told()).isEqualTo(REAL - 1);
    }

    @Test
    void staysTheSameUntilTheNextRealSignIn() {
        AuthTime first = AuthTime.first(REAL, REAL + 2);
        Optional<AuthTime> noted = AuthTime.ofNote(first.toNote());
        assertThat(AuthTime.after(noted, REAL, REAL + 900)).isEqualTo(first);
        assertThat(AuthTime.after(noted, REAL + 600, REAL + 900).real()).isEqualTo(REAL + 600);
        assertThat(AuthTime.after(Optional.empty(), REAL, REAL + 2)).isEqualTo(first);
    }

    @Test
    void isAskedForInTheIdTokenOnly() {
        assertThat(AuthTimeMapper.isClaimed("{\"id_token\":{\"auth_time\":{\"essential\":true}}}"))
                .isTrue();
        assertThat(AuthTimeMapper.isClaimed("{\"id_token\":{\"auth_time\":null}}"))
                .isTrue();
        assertThat(AuthTimeMapper.isClaimed("{\"userinfo\":{\"auth_time\":null}}"))
                .isFalse();
        assertThat(AuthTimeMapper.isClaimed("no json")).isFalse();
        assertThat(AuthTimeMapper.isClaimed(null)).isFalse();
    }
}
