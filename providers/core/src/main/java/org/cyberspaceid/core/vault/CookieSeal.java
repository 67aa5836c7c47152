package org.cyberspaceid.core.vault;

import java.util.Optional;

/** Seals what a browser keeps for the server, such as the mark of a known device: nobody reads it, and only this realm made it. */
public interface CookieSeal {

    /** The value as a cookie can hold it: base64url. */
    String seal(byte[] value);

    /** The value, if it was sealed here; empty for anything else. */
    Optional<byte[]> open(String unverified);
}
