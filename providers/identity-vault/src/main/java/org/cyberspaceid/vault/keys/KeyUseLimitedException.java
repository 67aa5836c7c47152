package org.cyberspaceid.vault.keys;

/** A derivation key is asked for more often than anybody honest needs it. The message names the purpose and nothing else. */
public final class KeyUseLimitedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    KeyUseLimitedException(KeyPurpose purpose) {
        super("the use of the key " + purpose.code() + " is limited");
    }
}
