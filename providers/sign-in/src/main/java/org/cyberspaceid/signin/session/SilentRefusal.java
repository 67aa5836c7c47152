package org.cyberspaceid.signin.session;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits a random time before a silent check is refused. The work is alike for somebody signed in elsewhere and for somebody who never had an
 * ID, but not to the microsecond: without the wait the former took longer in 62 of 100 pairs, and some tens of checks would have told them
 * apart.
 */
final class SilentRefusal {
    /** Long against what differs, short for a person: see {@code providers/docs/performance.md}. */
    static final Duration LONGEST = Duration.ofMillis(50);

    private static final SecureRandom RANDOM = new SecureRandom();

    private SilentRefusal() {}

    /** Up to {@link #LONGEST}, every length as likely. */
    static void await() {
        long until = System.nanoTime() + RANDOM.nextLong(LONGEST.toNanos());
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
