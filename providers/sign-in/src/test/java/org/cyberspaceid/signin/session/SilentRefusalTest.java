package org.cyberspaceid.signin.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SilentRefusalTest {
    private static final int TIMES = 20;

    /** A busy machine adds to a wait and takes nothing from it, so only lower bounds are asked for. */
    @Test
    void waitsAnotherTimeEachTime() {
        long[] waits = LongStream.range(0, TIMES).map(i -> waited()).sorted().toArray();

        long half = SilentRefusal.LONGEST.toNanos() / 2;
        assertThat(waits[TIMES - 1]).as("of twenty, one in the upper half").isGreaterThan(half);
        assertThat(LongStream.of(waits).distinct().count()).isGreaterThan(TIMES / 2);
    }

    private static long waited() {
        long start = System.nanoTime();
        SilentRefusal.await();
        return System.nanoTime() - start;
    }
}
