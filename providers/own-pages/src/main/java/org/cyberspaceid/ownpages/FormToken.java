package org.cyberspaceid.ownpages;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.cyberspaceid.core.vault.CookieSeal;

/**
 * Shows that a form was made for this very sign-in, so that no other site can have it posted (CSRF). The sealed id of the session: nobody
 * else can make or read it, and it ends with the session.
 */
public final class FormToken {
    private final CookieSeal seal;
    private final byte[] content;

    /** @param page stands before the session's id: another value of the same seal, such as a cookie or another page's, is no token */
    public FormToken(CookieSeal seal, String page, String userSessionId) {
        this.seal = seal;
        this.content = (page + ":" + userSessionId).getBytes(StandardCharsets.UTF_8);
    }

    public String value() {
        return seal.seal(content);
    }

    public boolean isIn(String unverified) {
        return unverified != null
                && seal.open(unverified)
                        .filter(opened -> MessageDigest.isEqual(opened, content))
                        .isPresent();
    }
}
