package org.cyberspaceid.vault.keys;

/** The keys cannot be used, and the server must not start. The message tells the operator what to do; it holds no key. */
public final class KeysUnusableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public KeysUnusableException(String message) {
        super(message);
    }

    public KeysUnusableException(String message, Throwable cause) {
        super(message, cause);
    }
}
