package org.cyberspaceid.enrolment;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cyberspaceid.document.TrustAnchors;
import org.jboss.logging.Logger;

/**
 * Trust anchors that are loaded on a thread of their own, and again when their folders changed or the last loading failed. What is
 * in use stays in use until new ones are there. No request ever loads: it waits for the first ones, or is told that there are none.
 */
final class ReloadingTrust implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ReloadingTrust.class);

    private final Supplier<TrustAnchors> source;
    private final Supplier<String> print;
    private final Consumer<TrustState> report;
    private final Duration patience;
    private final Clock clock;
    private final CountDownLatch firstTry = new CountDownLatch(1);
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(ReloadingTrust::daemon);
    private volatile TrustAnchors anchors;
    private volatile String failure;
    private String seen;

    /**
     * Begins nothing yet.
     *
     * @param print changes when there is something new to load
     * @param report is told the state after each look
     * @param patience how long a request waits for the first loading
     */
    ReloadingTrust(
            Supplier<TrustAnchors> source,
            Supplier<String> print,
            Consumer<TrustState> report,
            Duration patience,
            Clock clock) {
        this.source = source;
        this.print = print;
        this.report = report;
        this.patience = patience;
        this.clock = clock;
    }

    /** Loads, and looks again and again. */
    void start(Duration interval) {
        thread.scheduleWithFixedDelay(this::look, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            String now = print.get(); // before loading: what changes meanwhile is seen the next time
            if (!now.equals(seen) || failure != null) {
                load(now);
            }
            report.accept(state());
        } catch (RuntimeException unexpected) {
            LOG.error("Document trust anchors: the look at the folders failed", unexpected);
        } finally {
            firstTry.countDown();
        }
    }

    private void load(String now) {
        boolean again = now.equals(seen);
        seen = now;
        try {
            anchors = source.get();
            failure = null;
            LOG.infof("Document trust anchors loaded: %s", anchors);
        } catch (RuntimeException failed) {
            failure = failed.getMessage();
            if (!again) {
                LOG.errorf("Document trust anchors could not be loaded: %s", failure);
            }
        }
    }

    /**
     * The anchors in use.
     *
     * @throws IllegalStateException when there are none, with the reason
     */
    TrustAnchors current() {
        if (anchors == null) {
            await();
        }
        TrustAnchors now = anchors;
        if (now == null) {
            throw new IllegalStateException(
                    "no document trust anchors: " + Optional.ofNullable(failure).orElse("they are still being loaded"));
        }
        return now;
    }

    private void await() {
        try {
            if (!firstTry.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Document trust anchors are still being loaded; a request went without them");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** For health and metrics. */
    TrustState state() {
        return new TrustState(
                Optional.ofNullable(anchors).map(a -> a.content(clock.instant())), Optional.ofNullable(failure));
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "document-trust");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
