package org.cyberspaceid.relyingparty.myservices;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.cyberspaceid.core.vault.CookieSeal;

/**
 * Shows that a form was made for this very sign-in, so that no other site can have it posted (CSRF). The sealed id of the session: nobody
 * else can make or read it, and it ends with the session.
 */
final class FormToken {
    /** Before the session's id: another value of the same seal, such as a cookie, is no token. */
    private static final String KIND = "my-services:";

    private final CookieSeal seal;
    private final byte[] content;

    FormToken(CookieSeal seal, String userSessionId) {
        this.seal = seal;
        this.content = (KIND + userSessionId).getBytes(StandardCharsets.UTF_8);
    }

    String value() {
        return seal.seal(content);
    }

    boolean isIn(String unverified) {
        return unverified != null
                && seal.open(unverified)
                        .filter(opened -> MessageDigest.isEqual(opened, content))
                        .isPresent();
    }
}
