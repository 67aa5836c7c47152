package org.cyberspaceid.vault.keys;

import com.google.crypto.tink.prf.Prf;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Limits the uses of the derivation keys, each purpose on its own, and counts them for the audit log: numbers, nothing of anybody. */
public final class KeyUseAudit {
    private final Map<KeyPurpose, RateLimiter> limiters = new EnumMap<>(KeyPurpose.class);
    private final Map<KeyPurpose, KeyUses> uses = new EnumMap<>(KeyPurpose.class);

    /**
     * With the same limit for each purpose, in this process.
     *
     * @param longestWait for a turn; then the use is refused
     */
    public KeyUseAudit(int perSecond, Duration longestWait) {
        this(limits(perSecond, longestWait));
    }

    KeyUseAudit(RateLimiterConfig limits) {
        for (KeyPurpose purpose : KeyPurpose.values()) {
            limiters.put(purpose, RateLimiter.of(purpose.code(), limits));
            uses.put(purpose, new KeyUses());
        }
    }

    static RateLimiterConfig limits(int perSecond, Duration longestWait) {
        return RateLimiterConfig.custom()
                .limitForPeriod(perSecond)
                .limitRefreshPeriod(Duration.ofSeconds(1))
                .timeoutDuration(longestWait)
                .build();
    }

    /** The key, limited and counted together with all others of its purpose. */
    Prf meter(KeyPurpose purpose, Prf key) {
        return new MeteredPrf(purpose, key, limiters.get(purpose), uses.get(purpose));
    }

    /** One line about the uses since the last one; empty when there were none. */
    public Optional<String> summary() {
        String counts = Arrays.stream(KeyPurpose.values())
                .flatMap(purpose -> uses.get(purpose).summary().map(count -> purpose.code() + " " + count).stream())
                .collect(Collectors.joining(", "));
        return counts.isEmpty() ? Optional.empty() : Optional.of("key use in the HSM: " + counts);
    }
}
