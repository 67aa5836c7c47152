package org.cyberspaceid.vault.keys;

/**
 * A sealed value does not open: it was changed, truncated, moved to another row, or its key is gone. Somebody meddled with the
 * database, so this ends the request; it is no answer that a citizen's input can bring about.
 */
public final class SealBrokenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SealBrokenException(KeyPurpose purpose, Throwable cause) {
        super("a sealed value (" + purpose.code() + ") does not open", cause);
    }
}
