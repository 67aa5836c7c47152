package org.cyberspaceid.vault.keys;

/**
 * A sealed value does not open: it was changed, truncated, moved to another row, or its key is gone. Somebody meddled with the
 * database, so this ends the request; it is no answer that a citizen's input can bring about. The message holds no value.
 */
public final class SealBrokenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param what was sealed, for the operator */
    public SealBrokenException(String what, Throwable cause) {
        super("a sealed value (" + what + ") does not open", cause);
    }
}
