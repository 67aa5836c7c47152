package org.cyberspaceid.relyingparty.securityevent;

import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;

/**
 * When the ISPs of one person are told: each in a second of its own, at random within two minutes (longer for very many). Told together
 * they would know that it was one person.
 */
final class Spread {
    private static final int SECONDS = 120;
    private static final int ROOM = 4;

    private final LongUnaryOperator random;

    /** @param random answers a number from 0 to below its argument */
    Spread(LongUnaryOperator random) {
        this.random = random;
    }

    /**
     * Seconds since 1970, all different, in no order.
     *
     * @param now the first that it can be
     */
    List<Long> seconds(int isps, long now) {
        long width = Math.max(SECONDS, (long) isps * ROOM);
        return LongStream.generate(() -> now + random.applyAsLong(width))
                .distinct()
                .limit(isps)
                .boxed()
                .toList();
    }
}
