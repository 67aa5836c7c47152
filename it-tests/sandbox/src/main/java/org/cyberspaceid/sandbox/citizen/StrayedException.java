package org.cyberspaceid.sandbox.citizen;

/** The citizen met a page that the walk does not expect there. The message names the page and its problem, if it shows one. */
public final class StrayedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StrayedException(String message) {
        super(message);
    }

    StrayedException(String message, Throwable cause) {
        super(message, cause);
    }
}
