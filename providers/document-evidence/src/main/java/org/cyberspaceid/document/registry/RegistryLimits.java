package org.cyberspaceid.document.registry;

import java.time.Duration;

/**
 * How much is given to the registry, so that a slow or dead one cannot take enrolment with it.
 *
 * @param connectTimeout until the connection stands, TLS included
 * @param answerTimeout of one attempt, until the whole answer is there
 * @param attempts at most, the first included; only for failures that may pass (no connection, no answer in time, 502, 503, 504)
 * @param firstPause before the second attempt; doubles each time, and half of it is random
 * @param circuitOpenFor how long the registry is left alone after half of the last ten calls failed
 */
public record RegistryLimits(
        Duration connectTimeout, Duration answerTimeout, int attempts, Duration firstPause, Duration circuitOpenFor) {

    /** The citizen waits for 10 s at most. */
    public static final RegistryLimits DEFAULT = new RegistryLimits(
            Duration.ofSeconds(2), Duration.ofSeconds(3), 3, Duration.ofMillis(200), Duration.ofSeconds(30));
}
