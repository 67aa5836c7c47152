package org.cyberspaceid.signin.scan;

import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;
import org.cyberspaceid.signin.session.RealmCookies;
import org.keycloak.models.KeycloakSession;

/** Which attempt this phone is about, from the link it followed to the answer: an address with it would stand in logs. */
final class ScanCookie {
    static final String NAME = "CID_SCAN";

    private final RealmCookies cookies;

    ScanCookie(KeycloakSession session) {
        this.cookies = new RealmCookies(session);
    }

    Optional<String> handle() {
        return cookies.get(NAME);
    }

    void set(String handle) {
        cookies.set(NAME, handle, (int) Attempt.LIFE.toSeconds(), NewCookie.SameSite.LAX);
    }

    void drop() {
        cookies.expire(NAME);
    }
}
