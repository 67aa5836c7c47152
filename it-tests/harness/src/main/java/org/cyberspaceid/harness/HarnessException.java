package org.cyberspaceid.harness;

/** A part did not come up; the message names it and ends with the tail of its log. */
public final class HarnessException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HarnessException(String message) {
        super(message);
    }

    HarnessException(String message, Throwable cause) {
        super(message, cause);
    }
}
