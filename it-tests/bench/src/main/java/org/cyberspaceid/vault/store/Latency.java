package org.cyberspaceid.vault.store;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;

/** Of many calls, one after the other, each for another person, drawn at random; as many before them are not counted. */
record Latency(long[] sortedNanos) {

    /**
     * Measures.
     *
     * @param prepare what is done beforehand for a person and not measured; it returns what is measured
     */
    static Latency of(int calls, int people, IntFunction<Callable<Boolean>> prepare) throws Exception {
        Random random = new Random(1);
        long[] nanos = new long[2 * calls];
        for (int call = 0; call < nanos.length; call++) {
            nanos[call] = time(prepare.apply(random.nextInt(people)));
        }
        long[] counted = Arrays.copyOfRange(nanos, calls, nanos.length);
        Arrays.sort(counted);
        return new Latency(counted);
    }

    private static long time(Callable<Boolean> call) throws Exception {
        long begin = System.nanoTime();
        boolean found = call.call();
        long nanos = System.nanoTime() - begin;
        if (!found) {
            throw new IllegalStateException("somebody who is enrolled was not found");
        }
        return nanos;
    }

    /** In microseconds. */
    long percentile(int percent) {
        return sortedNanos[(sortedNanos.length * percent - 1) / 100] / 1000;
    }

    @Override
    public String toString() {
        return "median %d µs, p99 %d µs".formatted(percentile(50), percentile(99));
    }
}
