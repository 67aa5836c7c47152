package org.cyberspaceid.signin.session;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * When the ISPs of one citizen are told that a session ended: no two in the same second, or the seconds in their logout tokens would
 * say that it was one person. Somebody else may be told in the same second; on a busy server that is what it drowns in.
 */
final class LogoutTimes {
    private final LongSupplier gap;
    private final Map<String, Long> last = new HashMap<>();

    /** @param gap whole seconds, at least one, that a citizen's next ISP waits after the one before */
    LogoutTimes(LongSupplier gap) {
        this.gap = gap;
    }

    /**
     * A second of the citizen's own.
     *
     * @param now seconds since 1970
     * @return now, or later
     */
    synchronized long next(String userId, long now) {
        last.values().removeIf(before -> before < now);
        long second = Math.max(now, last.containsKey(userId) ? last.get(userId) + gap.getAsLong() : now);
        last.put(userId, second);
        return second;
    }
}
