package org.cyberspaceid.signin.device;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cyberspaceid.core.document.Age;
import org.cyberspaceid.core.vault.CookieSeal;
import org.cyberspaceid.core.vault.PersonalSeal;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.services.resources.RealmsResource;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The browser that this request comes from, and whose it is known to be. */
public final class KnownDevices {
    /** User-session note: the id of the known device, so that a removed device's sessions end. */
    public static final String NOTE = "cyberspace-id.known-device";

    static final String COOKIE = "__Secure-CID_DEVICE";

    private static final String PLACE = "device-name/";

    /** Attribute of Keycloak's session, which is one request's: what was found last. Several steps of a sign-in ask. */
    private static final String FOUND = KnownDevices.class.getName();

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Clock clock;

    public KnownDevices(KeycloakSession session, RealmModel realm, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.clock = clock;
    }

    /**
     * A device as its owner sees it.
     *
     * @param id random
     * @param name may be empty
     */
    public record Known(String id, String name, LocalDate lastUsedOn) {}

    /** Whether this user asked to have this browser remembered, since the password was set. */
    public boolean knows(UserModel user) {
        return find(user).isPresent();
    }

    /** The same where it signs in: notes the day, and on the session which device it was. */
    public boolean recognises(UserModel user, AuthenticationSessionModel tab) {
        Optional<DeviceRows.Use> known = find(user);
        known.ifPresent(device -> {
            tab.setUserSessionNote(NOTE, device.id());
            if (device.lastUsedDay() != today()) {
                rows().used(device.id(), today());
            }
        });
        return known.isPresent();
    }

    /** All that the user had remembered since the password was set. */
    public List<Known> all(UserModel user) {
        return passwordSetAt(user).map(at -> rows().of(user.getId(), at, clock.instant())).orElse(List.of()).stream()
                .map(row -> new Known(row.id(), name(user, row), LocalDate.ofEpochDay(row.lastUsedDay())))
                .toList();
    }

    /** False when the user has no such device. */
    public boolean rename(UserModel user, String unverifiedId, String unverifiedName) {
        return unverifiedId != null
                && rows().name(unverifiedId, user.getId(), seal(user, unverifiedId, OwnName.typed(unverifiedName)));
    }

    /** It needs a second factor from now on. False when the user has no such device. */
    public boolean remove(UserModel user, String unverifiedId) {
        session.removeAttribute(FOUND);
        return unverifiedId != null && rows().remove(unverifiedId, user.getId());
    }

    /**
     * The same of an account that was read already; asks the database the same, whether there is such an account or not.
     *
     * @param passwordSetAt in milliseconds
     */
    public boolean knows(String userId, long passwordSetAt) {
        return find(userId, passwordSetAt).isPresent();
    }

    /** What this browser is known by, whose ever it is; empty when it has no mark of ours. */
    public Optional<byte[]> presented() {
        return token(clock.instant()).map(DeviceToken::hash);
    }

    /**
     * Remembers this browser as the user's; it can be known to several. It gets a fresh value each time: one that somebody planted in
     * the browser, and so knows, is worth nothing afterwards.
     */
    public void remember(UserModel user, AuthenticationSessionModel tab) {
        Instant now = clock.instant();
        DeviceToken fresh = DeviceToken.fresh(now);
        session.removeAttribute(FOUND);
        passwordSetAt(user).ifPresent(at -> {
            token(now).ifPresent(old -> rows().rename(old.hash(), fresh.hash()));
            rows().remember(fresh.hash(), newRow(user), user.getId(), at, fresh.expiresAt());
            rows().find(fresh.hash(), user.getId(), at, now).ifPresent(row -> tab.setUserSessionNote(NOTE, row.id()));
            session.getContext().getHttpResponse().setCookieIfAbsent(cookie(seal().seal(fresh.bytes())));
        });
    }

    private DeviceRows.Row newRow(UserModel user) {
        String id = UUID.randomUUID().toString();
        String name = OwnName.coarse(session.getContext().getRequestHeaders().getHeaderString(HttpHeaders.USER_AGENT));
        return new DeviceRows.Row(id, seal(user, id, name), today());
    }

    private Optional<DeviceRows.Use> find(UserModel user) {
        return passwordSetAt(user).flatMap(at -> find(user.getId(), at));
    }

    private Optional<DeviceRows.Use> find(String userId, long passwordSetAt) {
        Found last = session.getAttribute(FOUND, Found.class);
        if (last != null && last.isOf(userId, passwordSetAt)) {
            return last.device();
        }
        Instant now = clock.instant();
        Optional<DeviceRows.Use> device = token(now).flatMap(t -> rows().find(t.hash(), userId, passwordSetAt, now));
        session.setAttribute(FOUND, new Found(userId, passwordSetAt, device));
        return device;
    }

    private record Found(String userId, long passwordSetAt, Optional<DeviceRows.Use> device) {
        private boolean isOf(String user, long setAt) {
            return userId.equals(user) && passwordSetAt == setAt;
        }
    }

    private String name(UserModel user, DeviceRows.Row row) {
        return Optional.ofNullable(row.sealedName())
                .flatMap(name -> personal().open(user.getId(), PLACE + row.id(), name))
                .map(opened -> new String(opened, StandardCharsets.UTF_8))
                .orElse("");
    }

    private byte[] seal(UserModel user, String rowId, String name) {
        return personal().seal(user.getId(), PLACE + rowId, name.getBytes(StandardCharsets.UTF_8));
    }

    private long today() {
        return LocalDate.now(clock.withZone(Age.ZONE)).toEpochDay();
    }

    private PersonalSeal personal() {
        return session.getProvider(IdentityVaultProvider.class).personal();
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
