package org.cyberspaceid.vault.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.prf.Prf;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class KeyUseAuditTest {
    private static final byte[] SECRET = "110101199003074530".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OUTPUT = {7};
    private static final Prf KEY = (input, outputLength) -> OUTPUT.clone();

    private final KeyUseAudit audit = new KeyUseAudit(TestLimits.inAnHour(3));

    @Test
    void passesOnWhatIsWithinTheLimitAndRefusesTheRest() throws GeneralSecurityException {
        Prf key = audit.meter(KeyPurpose.BLIND_INDEX, KEY);
        for (int use = 0; use < 3; use++) {
            assertThat(key.compute(SECRET, 32)).isEqualTo(OUTPUT);
        }
        for (int use = 0; use < 5; use++) {
            assertThatThrownBy(() -> key.compute(SECRET, 32))
                    .isInstanceOf(KeyUseLimitedException.class)
                    .hasMessage("the use of the key blind-index is limited")
                    .hasNoCause();
        }
        assertThat(audit.summary()).contains("key use in the HSM: blind-index used=3 refused=5");
    }

    @Test
    void countsEachPurposeOnItsOwnAndAllKeysOfAPurposeTogether() throws GeneralSecurityException {
        audit.meter(KeyPurpose.NETWORK_NUMBER, KEY).compute(SECRET, 32);
        audit.meter(KeyPurpose.BLIND_INDEX, KEY).compute(SECRET, 32);
        audit.meter(KeyPurpose.BLIND_INDEX, KEY).compute(SECRET, 32);
        audit.meter(KeyPurpose.BLIND_INDEX, KEY).compute(SECRET, 32);
        Prf fourth = audit.meter(KeyPurpose.BLIND_INDEX, KEY);
        assertThatThrownBy(() -> fourth.compute(SECRET, 32)).isInstanceOf(KeyUseLimitedException.class);
        assertThat(audit.summary())
                .contains("key use in the HSM: blind-index used=3 refused=1, network-number used=1 refused=0");
    }

    @Test
    void beginsAnewAfterASummaryAndIsSilentWhenNothingWasUsed() throws GeneralSecurityException {
        assertThat(audit.summary()).isEmpty();
        audit.meter(KeyPurpose.PERSON_KEY, KEY).compute(SECRET, 32);
        assertThat(audit.summary()).contains("key use in the HSM: person-key used=1 refused=0");
        assertThat(audit.summary()).isEmpty();
    }

    @Test
    void countsAUseThatFails() {
        Prf failing = audit.meter(KeyPurpose.PERSON_KEY, (input, outputLength) -> {
            throw new GeneralSecurityException("no HSM");
        });
        assertThatThrownBy(() -> failing.compute(SECRET, 32)).hasMessage("no HSM");
        assertThat(audit.summary()).contains("key use in the HSM: person-key used=1 refused=0");
    }

    @Test
    void limitsPerSecondAndWaitsNoLongerThanItIsTold() {
        RateLimiterConfig limits = KeyUseAudit.limits(200, Duration.ofMillis(500));
        assertThat(limits.getLimitForPeriod()).isEqualTo(200);
        assertThat(limits.getLimitRefreshPeriod()).isEqualTo(Duration.ofSeconds(1));
        assertThat(limits.getTimeoutDuration()).isEqualTo(Duration.ofMillis(500));
    }
}
