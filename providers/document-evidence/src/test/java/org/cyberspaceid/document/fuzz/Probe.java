package org.cyberspaceid.document.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Runs one input and holds it against what is allowed. */
final class Probe {
    /** Bytes that one input may make its thread allocate. */
    static final long MOST_BYTES = 64L << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

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
        FuzzTarget.Attempt attempt = target.ready(input);
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long nanos = THREADS.getCurrentThreadCpuTime();
        String label;
        try {
            label = attempt.run();
        } catch (Throwable thrown) {
            if (!target.declares(thrown)) {
                throw new AssertionError(target.name() + " does not declare " + thrown, thrown);
            }
            label = thrown.getClass().getSimpleName();
        }
        nanos = THREADS.getCurrentThreadCpuTime() - nanos;
        bytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
        if (bytes > MOST_BYTES) {
            throw new AssertionError(target.name() + " allocated " + bytes + " bytes");
        }
        return new Result(label, nanos, bytes);
    }
}
