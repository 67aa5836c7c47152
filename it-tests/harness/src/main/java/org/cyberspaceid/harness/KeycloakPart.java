package org.cyberspaceid.harness;

import java.time.Duration;

/** A Keycloak that runs: the unpacked distribution as a process, or its image in Docker. */
interface KeycloakPart {
    /** How long it may take until it is ready, on a busy machine. */
    Duration PATIENCE = Duration.ofMinutes(4);

    /** How long it may take to stop when asked. */
    Duration GRACE = Duration.ofSeconds(20);

    /** Asks it to stop, and ends it after the grace period. */
    void stop();

    /** SIGKILL. */
    void kill();

    boolean isAlive();
}
