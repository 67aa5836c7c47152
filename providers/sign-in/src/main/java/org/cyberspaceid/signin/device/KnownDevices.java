package org.cyberspaceid.signin.device;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.cyberspaceid.core.vault.CookieSeal;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.services.resources.RealmsResource;

/** The browser that this request comes from, and whose it is known to be. */
public final class KnownDevices {
    static final String COOKIE = "__Secure-CID_DEVICE";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Clock clock;

    public KnownDevices(KeycloakSession session, RealmModel realm, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.clock = clock;
    }

    /** Whether this user asked to have this browser remembered, since the password was set. */
    public boolean knows(UserModel user) {
        Instant now = clock.instant();
        Optional<Long> passwordSetAt = passwordSetAt(user);
        return passwordSetAt.isPresent()
                && token(now)
                        .filter(t -> rows().knows(t.hash(), user.getId(), passwordSetAt.get(), now))
                        .isPresent();
    }

    /**
     * Remembers this browser as the user's; it can be known to several. It gets a fresh value each time: one that somebody planted in
     * the browser, and so knows, is worth nothing afterwards.
     */
    public void remember(UserModel user) {
        Instant now = clock.instant();
        DeviceToken fresh = DeviceToken.fresh(now);
        passwordSetAt(user).ifPresent(at -> {
            token(now).ifPresent(old -> rows().rename(old.hash(), fresh.hash()));
            rows().remember(fresh.hash(), user.getId(), at, fresh.expiresAt());
            session.getContext().getHttpResponse().setCookieIfAbsent(cookie(seal().seal(fresh.bytes())));
        });
    }

    private Optional<DeviceToken> token(Instant now) {
        Cookie unverified =
                session.getContext().getRequestHeaders().getCookies().get(COOKIE);
        return Optional.ofNullable(unverified)
                .flatMap(cookie -> seal().open(cookie.getValue()))
                .flatMap(opened -> DeviceToken.read(opened, now));
    }

    /** Sent only to this realm, only over TLS (or loopback), never to scripts, and not with other sites' embedded requests. */
    private NewCookie cookie(String value) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path(RealmsResource.realmBaseUrl(session.getContext().getUri())
                        .path("/")
                        .build(realm.getName())
                        .getRawPath())
                .maxAge((int) DeviceToken.VALID.toSeconds())
                .secure(true)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    private CookieSeal seal() {
        return session.getProvider(IdentityVaultProvider.class).cookies();
    }

    private DeviceRows rows() {
        return new DeviceRows(session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    private static Optional<Long> passwordSetAt(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                .findFirst()
                .map(CredentialModel::getCreatedDate);
    }
}
