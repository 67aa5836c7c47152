package org.cyberspaceid.signin.session;

import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;
import java.util.Set;
import org.keycloak.cookie.CookieProvider;
import org.keycloak.cookie.CookieType;
import org.keycloak.cookie.DefaultCookieProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.SessionExpiration;
import org.keycloak.services.managers.IdentityCookieToken;

/**
 * Keycloak's cookies, one set for each ISP. Keycloak takes a user session's id from the authentication session's, and that from a
 * cookie: partition the cookie, and {@code code}, {@code session_state}, {@code sid} and tokens are each ISP's own, with Keycloak's own
 * protocol code. Realms that are not ours are not touched.
 */
final class PartitionedCookies implements CookieProvider {
    /** A tab that finishes late still finds its session; after that the cookie would only pile up, one for each ISP. */
    static final int SECONDS_AFTER_SIGN_IN = 120;

    private static final Set<CookieType> OF_ONE_ISP = Set.of(CookieType.AUTH_SESSION_ID, CookieType.AUTH_RESTART);

    private final CookieProvider stock;
    private final KeycloakSession session;
    private final RealmCookies cookies;
    private final DeviceCookie device;
    private final Partition partition;

    PartitionedCookies(KeycloakSession session) {
        this.stock = new DefaultCookieProvider(session);
        this.session = session;
        this.cookies = new RealmCookies(session);
        this.device = new DeviceCookie(session, cookies);
        this.partition = new Partition(session);
    }

    @Override
    public void set(CookieType type, String value) {
        if (!isOurs() || (type != CookieType.AUTH_SESSION_ID_HASH && name(type).isEmpty())) {
            stock.set(type, value);
        } else if (type != CookieType.AUTH_SESSION_ID_HASH) {
            setPartitioned(type, value);
        }
        // The hash is for a script that reloads a page when another tab signs in: across ISPs it would reload for ever.
    }

    private void setPartitioned(CookieType type, String value) {
        int lifespan =
                SessionExpiration.getAuthSessionLifespan(session.getContext().getRealm());
        int seconds = type == CookieType.AUTH_RESTART ? 2 * lifespan : lifespan;
        cookies.set(name(type).orElseThrow(), value, seconds, NewCookie.SameSite.NONE);
    }

    @Override
    public void set(CookieType type, String value, int maxAge) {
        if (!isOurs()) {
            stock.set(type, value, maxAge);
        } else if (type == CookieType.IDENTITY) {
            signedIn(session.tokens().decode(value, IdentityCookieToken.class));
        } else if (type != CookieType.SESSION || partition.isConsole()) {
            stock.set(type, value, maxAge);
        }
    }

    @Override
    public String get(CookieType type) {
        if (isOurs() && type == CookieType.IDENTITY) {
            return new IdentityToken(session, partition).of(device.read()).orElse(null);
        }
        Optional<String> name = isOurs() ? name(type) : Optional.empty();
        return name.isPresent() ? cookies.get(name.get()).orElse(null) : stock.get(type);
    }

    /** Keycloak forgets the identity at each sign-out and before an enrolment. Other ISPs' sessions go on, so the device stays. */
    @Override
    public void expire(CookieType type) {
        if (isOurs() && type == CookieType.IDENTITY) {
            if (partition.isConsole()) {
                device.drop();
            }
            return;
        }
        Optional<String> name = isOurs() ? name(type) : Optional.empty();
        name.ifPresentOrElse(cookies::expire, () -> stock.expire(type));
    }

    /** "Not me": whoever sits here is not the citizen of the device cookie. */
    void forgetDevice() {
        device.drop();
    }

    Optional<Device> device() {
        return device.read();
    }

    private void signedIn(IdentityCookieToken token) {
        UserSessionModel signedIn =
                session.sessions().getUserSession(session.getContext().getRealm(), token.getSessionId());
        Device here = device.of(token.getSubject());
        if (signedIn != null && !here.id().equals(Notes.device(signedIn))) {
            signedIn.setNote(Notes.DEVICE, here.id());
        }
        name(CookieType.AUTH_RESTART).ifPresent(cookies::expire);
        name(CookieType.AUTH_SESSION_ID)
                .ifPresent(name -> cookies.get(name)
                        .ifPresent(v -> cookies.set(name, v, SECONDS_AFTER_SIGN_IN, NewCookie.SameSite.NONE)));
    }

    @Override
    public void close() {
        stock.close();
    }

    private Optional<String> name(CookieType type) {
        return OF_ONE_ISP.contains(type) ? partition.suffix().map(suffix -> type.getName() + suffix) : Optional.empty();
    }

    private boolean isOurs() {
        return OurRealm.is(session.getContext().getRealm());
    }
}
