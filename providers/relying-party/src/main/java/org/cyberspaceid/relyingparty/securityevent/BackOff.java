package org.cyberspaceid.relyingparty.securityevent;

import java.time.Duration;
import java.util.function.LongUnaryOperator;

/** How long an ISP that did not answer is left alone: twice as long each time, and a random bit more. */
final class BackOff {
    static final Duration SHORTEST = Duration.ofMinutes(1);
    static final Duration LONGEST = Duration.ofHours(12);

    private static final int MORE = 4;
    private static final int ENOUGH_DOUBLINGS = 20;

    private final LongUnaryOperator random;

    /** @param random answers a number from 0 to below its argument */
    BackOff(LongUnaryOperator random) {
        this.random = random;
    }

    /** @param attempt the first is 1 */
    Duration after(int attempt) {
        long doubled = SHORTEST.toMillis() << Math.min(attempt - 1, ENOUGH_DOUBLINGS);
        long pause = Math.min(doubled, LONGEST.toMillis());
        return Duration.ofMillis(pause + random.applyAsLong(pause / MORE));
    }
}
