package org.cyberspaceid.core.limit;

import java.time.Duration;

/**
 * So many attempts in so much time, counted from the first one on.
 *
 * @param most attempts; at least one
 * @param window after which counting begins anew, in whole seconds
 */
public record Quota(int most, Duration window) {
    public Quota {
        if (most < 1 || window.toSeconds() < 1) {
            throw new IllegalArgumentException(most + " in " + window);
        }
    }
}
