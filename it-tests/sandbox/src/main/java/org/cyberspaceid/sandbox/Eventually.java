package org.cyberspaceid.sandbox;

import java.time.Duration;

/** For what a server does in its own time. */
public final class Eventually {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private Eventually() {}

    /** Tries until the assertion holds; fails as it fails when the time is over. */
    public static void holds(Duration patience, Runnable assertion) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError notYet) {
                if (System.nanoTime() > deadline) {
                    throw notYet;
                }
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
