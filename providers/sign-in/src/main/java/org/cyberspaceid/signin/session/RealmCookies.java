package org.cyberspaceid.signin.session;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.utils.SecureContextResolver;

/**
 * Cookies of this realm, by name: Keycloak's own provider sets only names it knows. Never for scripts. Across sites only with a
 * navigation ({@code Lax}), except where Keycloak's own would come with every request and a form post of an ISP needs it. Over TLS (and
 * loopback) each is {@code Secure} and its name begins with {@value #PREFIX}, so that nobody on the network plants one over plain HTTP (RFC
 * 6265bis, 4.1.3). Its path is the realm's: {@code __Host-} would need the whole host.
 */
public final class RealmCookies {
    static final String PREFIX = "__Secure-";

    private static final int NOW = 0;
    private static final int WITH_THE_BROWSER = -1;

    private final KeycloakSession session;
    private final boolean secure;
    private final Map<String, String> written = new HashMap<>();

    public RealmCookies(KeycloakSession session) {
        this.session = session;
        this.secure = SecureContextResolver.isSecureContext(session);
    }

    /** As this request brought it, or already changed it. */
    public Optional<String> get(String name) {
        if (written.containsKey(name)) {
            return Optional.ofNullable(written.get(name));
        }
        return Optional.ofNullable(
                        session.getContext().getRequestHeaders().getCookies().get(prefixed(name)))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty());
    }

    /** @param seconds how long the browser keeps it */
    public void set(String name, String value, int seconds, NewCookie.SameSite sameSite) {
        write(name, value, seconds, sameSite);
        written.put(name, value);
    }

    /** Until the browser is closed. */
    void set(String name, String value) {
        set(name, value, WITH_THE_BROWSER, NewCookie.SameSite.LAX);
    }

    /** Whether it came or was set with this request: then it goes. */
    public void expire(String name) {
        if (get(name).isPresent()) {
            write(name, "", NOW, NewCookie.SameSite.LAX);
            written.put(name, null);
        }
    }

    private String prefixed(String name) {
        return secure ? PREFIX + name : name;
    }

    private void write(String name, String value, int seconds, NewCookie.SameSite sameSite) {
        session.getContext()
                .getHttpResponse()
                .setCookieIfAbsent(new NewCookie.Builder(prefixed(name))
                        .version(1)
                        .value(value)
                        .path(AuthenticationManager.getRealmCookiePath(
                                session.getContext().getRealm(),
                                session.getContext().getUri()))
                        .maxAge(seconds)
                        .secure(secure)
                        .httpOnly(true)
                        .sameSite(secure ? sameSite : NewCookie.SameSite.LAX)
                        .build());
    }
}
