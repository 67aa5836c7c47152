package org.cyberspaceid.face.client;

import java.time.Duration;

/**
 * How much Keycloak gives to the face worker, so that a slow or dead worker cannot take the sign-in of others with it.
 *
 * @param connectTimeout until the connection stands
 * @param answerTimeout until the whole answer is there
 * @param maxConcurrentCalls calls at a time; those beyond are turned away at once
 * @param circuitOpenFor how long the worker is left alone after half of the last calls failed
 */
public record WorkerLimits(
        Duration connectTimeout, Duration answerTimeout, int maxConcurrentCalls, Duration circuitOpenFor) {

    /** For a worker on the same host or in the same network. */
    public static final WorkerLimits DEFAULT =
            new WorkerLimits(Duration.ofSeconds(2), Duration.ofSeconds(8), 16, Duration.ofSeconds(5));
}
