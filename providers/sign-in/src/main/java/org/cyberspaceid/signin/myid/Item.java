package org.cyberspaceid.signin.myid;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cyberspaceid.ownpages.Sessions;
import org.cyberspaceid.ownpages.Visitor;
import org.cyberspaceid.signin.device.KnownDevices;
import org.cyberspaceid.signin.passkey.PasskeySignIn;
import org.cyberspaceid.signin.passkey.Passkeys;
import org.keycloak.models.KeycloakSession;

/**
 * A device or a passkey on the page.
 *
 * @param view what the templates get, see {@code docs/pages.md}
 */
record Item(Kind kind, String id, Map<String, Object> view) {

    enum Kind {
        DEVICE,
        PASSKEY;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** As a form names it. */
    String key() {
        return key(kind, id);
    }

    private static String key(Kind kind, String id) {
        return kind.code() + ":" + id;
    }

    /** All that are the visitor's. */
    static List<Item> all(KeycloakSession session, Visitor visitor, Clock clock) {
        String here = visitor.userSession().getNote(KnownDevices.NOTE);
        Stream<Item> devices = devices(session, clock).all(visitor.user()).stream()
                .map(device -> new Item(
                        Kind.DEVICE,
                        device.id(),
                        Map.of(
                                "key", key(Kind.DEVICE, device.id()),
                                "kind", Kind.DEVICE.code(),
                                "name", device.name(),
                                "here", device.id().equals(here),
                                "lastUsedOn", device.lastUsedOn().toString())));
        Stream<Item> passkeys = passkeys(session, visitor, clock).all().stream()
                .map(passkey -> new Item(
                        Kind.PASSKEY,
                        passkey.id(),
                        Map.of(
                                "key", key(Kind.PASSKEY, passkey.id()),
                                "kind", Kind.PASSKEY.code(),
                                "name", passkey.name(),
                                "addedOn", passkey.addedOn().toString(),
                                "lastUsedOn", passkey.lastUsedOn().toString())));
        return Stream.concat(devices, passkeys).toList();
    }

    /** Another person's is not found. */
    static Optional<Item> find(KeycloakSession session, Visitor visitor, Clock clock, String unverifiedKey) {
        return all(session, visitor, clock).stream()
                .filter(item -> item.key().equals(unverifiedKey))
                .findFirst();
    }

    void rename(KeycloakSession session, Visitor visitor, Clock clock, String unverifiedName) {
        if (kind == Kind.DEVICE) {
            devices(session, clock).rename(visitor.user(), id, unverifiedName);
        } else {
            passkeys(session, visitor, clock).rename(id, unverifiedName);
        }
    }

    /** Whoever is signed in by it is out. */
    void remove(KeycloakSession session, Visitor visitor, Clock clock) {
        Sessions sessions = new Sessions(session, visitor.user());
        if (kind == Kind.DEVICE) {
            devices(session, clock).remove(visitor.user(), id);
            sessions.endWith(KnownDevices.NOTE, id);
        } else {
            passkeys(session, visitor, clock).remove(id);
            sessions.endWith(PasskeySignIn.NOTE, id);
        }
    }

    private static KnownDevices devices(KeycloakSession session, Clock clock) {
        return new KnownDevices(session, session.getContext().getRealm(), clock);
    }

    private static Passkeys passkeys(KeycloakSession session, Visitor visitor, Clock clock) {
        return new Passkeys(session, visitor.user(), clock);
    }
}
