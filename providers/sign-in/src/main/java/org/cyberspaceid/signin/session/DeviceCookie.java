package org.cyberspaceid.signin.session;

import java.util.Optional;
import org.cyberspaceid.core.vault.CookieSeal;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.models.KeycloakSession;

/** The one cookie that tells who is signed in in this browser, instead of Keycloak's {@code KEYCLOAK_IDENTITY}, which names a session. */
final class DeviceCookie {
    static final String NAME = "CID_SESSION";

    private static final Device NOBODY = Device.fresh("00000000-0000-0000-0000-000000000000");

    private final KeycloakSession session;
    private final RealmCookies cookies;

    DeviceCookie(KeycloakSession session, RealmCookies cookies) {
        this.session = session;
        this.cookies = cookies;
    }

    Optional<Device> read() {
        Optional<String> cookie = cookies.get(NAME);
        if (cookie.isEmpty()) {
            // Takes as long as opening one: an ISP that asks silently times both alike.
            seal().seal(NOBODY.bytes());
        }
        return cookie.flatMap(seal()::open).flatMap(Device::read);
    }

    /** The device of a citizen who has just signed in: the one of before, unless that was somebody else's. */
    Device of(String userId) {
        Optional<Device> before = read().filter(device -> device.userId().equals(userId));
        return before.orElseGet(() -> {
            Device fresh = Device.fresh(userId);
            cookies.set(NAME, seal().seal(fresh.bytes()));
            return fresh;
        });
    }

    /** Nobody is signed in in this browser any more. */
    void drop() {
        cookies.expire(NAME);
    }

    private CookieSeal seal() {
        return session.getProvider(IdentityVaultProvider.class).cookies();
    }
}
