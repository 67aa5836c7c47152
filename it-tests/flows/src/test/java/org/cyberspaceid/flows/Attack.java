package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;

/** One attack: how often it was tried, and how often it got through. */
final class Attack {
    private final String name;
    private final AtomicInteger tried = new AtomicInteger();
    private final AtomicInteger gotThrough = new AtomicInteger();

    Attack(String name) {
        this.name = name;
    }

    void tried(boolean through) {
        tried.incrementAndGet();
        if (through) {
            gotThrough.incrementAndGet();
        }
    }

    /** Prints both numbers. */
    void neverGotThrough(int atLeastTried) {
        report();
        assertThat(tried.get()).as("%s: tried", name).isGreaterThanOrEqualTo(atLeastTried);
        assertThat(gotThrough.get()).as("%s: got through", name).isZero();
    }

    /** For what may be done once: the same, after the one that may. */
    void gotThroughExactlyOnce(int atLeastTried) {
        report();
        assertThat(tried.get()).as("%s: tried", name).isGreaterThanOrEqualTo(atLeastTried);
        assertThat(gotThrough.get()).as("%s: won", name).isEqualTo(1);
    }

    private void report() {
        System.out.printf("attack: %s: tried %d, got through %d%n", name, tried.get(), gotThrough.get());
    }
}
