package org.cyberspaceid.face.worker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ServiceUnavailableException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A bounded number of places to work at, and of calls that wait for one: memory stays bounded, and whoever finds the queue full is
 * told at once when to come again.
 */
@ApplicationScoped
public class Places {
    private static final long RETRY_AFTER_SECONDS = 1;

    private final Semaphore admitted;
    private final Semaphore places;
    private final Duration patience;
    private final FaceMetrics metrics;
    private final Map<Thread, Long> begun = new ConcurrentHashMap<>();

    Places(WorkerConfig config, FaceMetrics metrics) {
        this.admitted = new Semaphore(config.concurrency() + config.queue());
        this.places = new Semaphore(config.concurrency(), true);
        this.patience = config.queueWait();
        this.metrics = metrics;
        metrics.watch(begun, admitted, config);
    }

    /**
     * Works, in the order of arrival.
     *
     * @throws ServiceUnavailableException with Retry-After when the queue is full, or no place became free in time
     */
    <T> T work(Supplier<T> work) {
        if (!admitted.tryAcquire()) {
            throw busy();
        }
        try {
            takePlace();
            return atPlace(work);
        } finally {
            admitted.release();
        }
    }

    /** How long the call that takes longest has been worked on. */
    Duration longest() {
        long now = System.nanoTime();
        return Duration.ofNanos(
                begun.values().stream().mapToLong(since -> now - since).max().orElse(0));
    }

    private void takePlace() {
        long since = System.nanoTime();
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        } finally {
            metrics.waited(System.nanoTime() - since);
        }
    }

    private <T> T atPlace(Supplier<T> work) {
        begun.put(Thread.currentThread(), System.nanoTime());
        try {
            return work.get();
        } finally {
            begun.remove(Thread.currentThread());
            places.release();
        }
    }

    private ServiceUnavailableException busy() {
        metrics.turnedAway();
        return new ServiceUnavailableException(RETRY_AFTER_SECONDS);
    }
}
