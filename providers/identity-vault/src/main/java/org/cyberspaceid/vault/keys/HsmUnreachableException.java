package org.cyberspaceid.vault.keys;

import java.security.GeneralSecurityException;

/** The HSM does not answer. It says nothing about the data or the key: the same may succeed when the HSM is back. */
public final class HsmUnreachableException extends GeneralSecurityException {
    private static final long serialVersionUID = 1;

    HsmUnreachableException(Throwable cause) {
        super("the HSM does not answer", cause);
    }
}
