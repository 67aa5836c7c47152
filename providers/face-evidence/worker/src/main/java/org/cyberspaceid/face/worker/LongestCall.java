package org.cyberspaceid.face.worker;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Ends the process when a call does not end. Java cannot stop a thread that hangs in a decoder or a network: left alone it would hold its
 * place for ever. Whoever runs the worker starts it again; it has nothing to lose, and Keycloak waits meanwhile.
 */
@Startup
@ApplicationScoped
public class LongestCall {
    /** The process's exit code then: EX_SOFTWARE of sysexits.h. */
    static final int EXIT = 70;

    private static final Logger LOG = Logger.getLogger(LongestCall.class);
    private static final int LOOKS = 4;

    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "longest-call");
        thread.setDaemon(true);
        return thread;
    });

    LongestCall(WorkerConfig config, Places places) {
        long pause = Math.max(1, config.longestCall().toMillis() / LOOKS);
        looks.scheduleWithFixedDelay(
                () -> endIfBeyond(config.longestCall(), places.longest()), pause, pause, TimeUnit.MILLISECONDS);
    }

    private static void endIfBeyond(Duration limit, Duration longest) {
        if (longest.compareTo(limit) > 0) {
            LOG.errorf("A call was worked on for %s, longer than %s: the process ends", longest, limit);
            // No orderly end: it would wait for the call.
            Runtime.getRuntime().halt(EXIT);
        }
    }

    @PreDestroy
    void stop() {
        looks.shutdownNow();
    }
}
