package org.cyberspaceid.enrolment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.cyberspaceid.document.TrustAnchors;
import org.jboss.logging.Logger;

/** Trust anchors that are loaded on a thread of their own and renewed when they get old. Old ones serve until new ones are there. */
final class ReloadingTrust implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ReloadingTrust.class);

    private final Supplier<TrustAnchors> source;
    private final Duration maxAge;
    private final Clock clock;
    private final AtomicBoolean loading = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(ReloadingTrust::daemon);
    private volatile Loaded loaded;

    ReloadingTrust(Supplier<TrustAnchors> source, Duration maxAge, Clock clock) {
        this.source = source;
        this.maxAge = maxAge;
        this.clock = clock;
    }

    private record Loaded(TrustAnchors anchors, Instant at) {}

    /** Begins to load; a failure is logged, and told again at use. */
    void preload() {
        if (loading.compareAndSet(false, true)) {
            thread.execute(this::loadQuietly);
        }
    }

    /** The anchors. Loads them at once when there are none yet. */
    TrustAnchors current() {
        Loaded now = loaded;
        if (now == null) {
            return load().anchors();
        }
        if (now.at().plus(maxAge).isBefore(clock.instant())) {
            preload();
        }
        return now.anchors();
    }

    private void loadQuietly() {
        try {
            load();
        } catch (RuntimeException failed) {
            LOG.errorf("Document trust anchors could not be loaded: %s", failed.getMessage());
        } finally {
            loading.set(false);
        }
    }

    private synchronized Loaded load() {
        Loaded fresh = new Loaded(source.get(), clock.instant());
        loaded = fresh;
        return fresh;
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
