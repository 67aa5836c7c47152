package org.cyberspaceid.vault.keys;

import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;

/** Limits that no test can outlast. */
final class TestLimits {
    private TestLimits() {}

    /** So many uses in the coming hour, and no waiting. */
    static RateLimiterConfig inAnHour(int uses) {
        return RateLimiterConfig.custom()
                .limitForPeriod(uses)
                .limitRefreshPeriod(Duration.ofHours(1))
                .timeoutDuration(Duration.ZERO)
                .build();
    }
}
