package org.cyberspaceid.mobile.code;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** How many messages one number may get: 1 a minute, 5 an hour, 10 a day (issue 2, part 7), counted over sliding windows. */
final class SendingLimits {
    private static final List<Limit> LIMITS = List.of(
            new Limit(1, Duration.ofMinutes(1)), new Limit(5, Duration.ofHours(1)), new Limit(10, Duration.ofDays(1)));

    /** Older sendings count no more. */
    static final Duration MEMORY = Duration.ofDays(1);

    private SendingLimits() {}

    /**
     * How long a number has to wait.
     *
     * @param sent earlier sendings, oldest first
     * @return zero when a message may go now
     */
    static Duration wait(List<Instant> sent, Instant now) {
        return LIMITS.stream()
                .map(limit -> limit.wait(sent, now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** The sendings to remember once another has gone out now: those that still count, oldest first. */
    static List<Instant> remember(List<Instant> sent, Instant now) {
        return Stream.concat(sent.stream().filter(at -> at.isAfter(now.minus(MEMORY))), Stream.of(now))
                .toList();
    }

    private record Limit(int messages, Duration window) {
        Duration wait(List<Instant> sent, Instant now) {
            if (sent.size() < messages) {
                return Duration.ZERO;
            }
            Instant freeAt = sent.get(sent.size() - messages).plus(window);
            return freeAt.isAfter(now) ? Duration.between(now, freeAt) : Duration.ZERO;
        }
    }
}
