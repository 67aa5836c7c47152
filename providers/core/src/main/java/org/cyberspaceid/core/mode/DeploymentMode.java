package org.cyberspaceid.core.mode;

import java.util.Locale;
import java.util.Map;

/**
 * Production, unless the one loud setting {@value #SETTING}{@code =sandbox} says otherwise. The sandbox adds parts (a test trust
 * anchor, an SMS outbox); it skips no check. A sandbox part calls {@link #requireSandbox} when it starts.
 */
public enum DeploymentMode {
    PRODUCTION,
    SANDBOX;

    /** The environment variable that is read. */
    public static final String SETTING = "CYBERSPACE_ID_MODE";

    /** The mode of this process. */
    public static DeploymentMode current() {
        return from(System.getenv());
    }

    /**
     * The mode that an environment sets.
     *
     * @throws IllegalArgumentException for a value that is neither {@code production} nor {@code sandbox}
     */
    public static DeploymentMode from(Map<String, String> environment) {
        return valueOf(environment.getOrDefault(SETTING, "production").toUpperCase(Locale.ROOT));
    }

    /**
     * Refuses to go on in production.
     *
     * @param part the sandbox part, as the operator knows it
     * @throws IllegalStateException in production
     */
    public void requireSandbox(String part) {
        if (this != SANDBOX) {
            throw new IllegalStateException(part + " is a sandbox part and does not start in production. Set " + SETTING
                    + "=sandbox only to try things out.");
        }
    }
}
