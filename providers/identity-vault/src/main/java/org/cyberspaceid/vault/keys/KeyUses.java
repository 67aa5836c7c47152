package org.cyberspaceid.vault.keys;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** How often one key was used and refused since the last summary. */
final class KeyUses {
    private final AtomicLong used = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    void used() {
        used.incrementAndGet();
    }

    void refused() {
        refused.incrementAndGet();
    }

    /** Both numbers, which begin anew; empty when there is nothing to tell. */
    Optional<String> summary() {
        long usedNow = used.getAndSet(0);
        long refusedNow = refused.getAndSet(0);
        return usedNow + refusedNow == 0 ? Optional.empty() : Optional.of("used=" + usedNow + " refused=" + refusedNow);
    }
}
