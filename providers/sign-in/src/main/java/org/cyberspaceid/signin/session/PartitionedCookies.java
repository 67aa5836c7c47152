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

    /**
     * For scripts that notice a sign-in in another tab. Across ISPs the one would reload pages for ever; both are for the consoles, which this
     * realm has switched off.
     */
    private static final Set<CookieType> FOR_SCRIPTS = Set.of(CookieType.AUTH_SESSION_ID_HASH, CookieType.SESSION);

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
        if (!isOurs()) {
            stock.set(type, value);
        } else if (isPartitioned(type)) {
            setPartitioned(type, value);
        } else {
            setOwn(type, value, type.getDefaultMaxAge());
        }
    }

    private void setOwn(CookieType type, String value, int maxAge) {
        if (!FOR_SCRIPTS.contains(type)) {
            cookies.set(type.getName(), value, maxAge, type.getScope().getSameSite());
        }
    }

    private void setPartitioned(CookieType type, String value) {
        int lifespan =
                SessionExpiration.getAuthSessionLifespan(session.getContext().getRealm());
        int seconds = type == CookieType.AUTH_RESTART ? 2 * lifespan : lifespan;
        cookies.set(name(type), value, seconds, NewCookie.SameSite.NONE);
    }

    @Override
    public void set(CookieType type, String value, int maxAge) {
        if (!isOurs()) {
            stock.set(type, value, maxAge);
        } else if (type == CookieType.IDENTITY) {
            signedIn(session.tokens().decode(value, IdentityCookieToken.class));
        } else {
            setOwn(type, value, maxAge);
        }
    }

    @Override
    public String get(CookieType type) {
        if (isOurs() && type == CookieType.IDENTITY) {
            return new IdentityToken(session, partition).of(device.read()).orElse(null);
        }
        return isOurs() ? cookies.get(name(type)).orElse(null) : stock.get(type);
    }

    /** Keycloak forgets the identity at each sign-out and before an enrolment. Other ISPs' sessions go on, so the device stays. */
    @Override
    public void expire(CookieType type) {
        if (!isOurs()) {
            stock.expire(type);
        } else if (type != CookieType.IDENTITY) {
            cookies.expire(name(type));
        } else if (partition.isConsole()) {
            device.drop();
        }
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
        if (isPartitioned(CookieType.AUTH_SESSION_ID)) {
            cookies.expire(name(CookieType.AUTH_RESTART));
            String name = name(CookieType.AUTH_SESSION_ID);
            cookies.get(name).ifPresent(v -> cookies.set(name, v, SECONDS_AFTER_SIGN_IN, NewCookie.SameSite.NONE));
        }
    }

    @Override
    public void close() {
        stock.close();
    }

    private boolean isPartitioned(CookieType type) {
        return OF_ONE_ISP.contains(type) && partition.suffix().isPresent();
    }

    private String name(CookieType type) {
        return isPartitioned(type) ? type.getName() + partition.suffix().orElseThrow() : type.getName();
    }

    private boolean isOurs() {
        return OurRealm.is(session.getContext().getRealm());
    }
}
