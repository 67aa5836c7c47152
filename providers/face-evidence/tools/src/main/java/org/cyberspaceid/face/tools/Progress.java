package org.cyberspaceid.face.tools;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** How far the pictures are, on standard error, now and then. */
final class Progress {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final PrintWriter err;
    private final int all;
    private final long begin = System.nanoTime();
    private long said = begin;

    Progress(PrintWriter err, int all) {
        this.err = err;
        this.all = all;
    }

    void done(int count) {
        long now = System.nanoTime();
        if (now - said >= PAUSE.toNanos() || count == all) {
            said = now;
            double seconds = (now - begin) / 1e9;
            err.println(String.format(
                    Locale.ROOT,
                    "%d of %d images, %.0f s, about %.0f s to go",
                    count,
                    all,
                    seconds,
                    seconds / count * (all - count)));
            err.flush();
        }
    }
}
