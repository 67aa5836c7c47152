package org.cyberspaceid.document.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Runs one input and holds it against what is allowed. */
final class Probe {
    /** Bytes that one input may make its thread allocate. */
    static final long MOST_BYTES = 64L << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    /** What takes longer is measured again: it may be the first to need some class, which is then loaded, and instrumented by Jazzer. */
    private static final long LONG_IN_NANOS = 20_000_000;

    /**
     * What came of an input.
     *
     * @param label what the target answered, or the exception that it declares
     * @param nanos processor time of this thread
     * @param bytes allocated by this thread
     */
    record Result(String label, long nanos, long bytes) {}

    private Probe() {}

    /**
     * Runs it.
     *
     * @throws AssertionError when it allocates more than {@link #MOST_BYTES}, or throws what the target does not declare
     */
    static Result run(FuzzTarget target, byte[] input) {
        Result result = measured(target, input);
        if (result.bytes() > MOST_BYTES || result.nanos() > LONG_IN_NANOS) {
            Result again = measured(target, input);
            result = new Result(
                    again.label(), Math.min(result.nanos(), again.nanos()), Math.min(result.bytes(), again.bytes()));
        }
        if (result.bytes() > MOST_BYTES) {
            throw new AssertionError(target.name() + " allocated " + result.bytes() + " bytes");
        }
        return result;
    }

    private static Result measured(FuzzTarget target, byte[] input) {
        FuzzTarget.Attempt attempt = target.ready(input);
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long nanos = THREADS.getCurrentThreadCpuTime();
        String label = label(target, attempt);
        return new Result(
                label, THREADS.getCurrentThreadCpuTime() - nanos, THREADS.getCurrentThreadAllocatedBytes() - bytes);
    }

    private static String label(FuzzTarget target, FuzzTarget.Attempt attempt) {
        try {
            return attempt.run();
        } catch (Throwable thrown) {
            if (target.declares(thrown)) {
                return thrown.getClass().getSimpleName();
            }
            throw new AssertionError(target.name() + " does not declare " + thrown, thrown);
        }
    }
}
