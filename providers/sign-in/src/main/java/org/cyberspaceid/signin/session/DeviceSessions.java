package org.cyberspaceid.signin.session;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;

/** The live sessions of one browser. */
final class DeviceSessions {
    /** Online sessions at one client. Keycloak's own interface has all of a user's, or all of a client's. */
    private static final String AT_CLIENT = "select s.userSessionId from PersistentUserSessionEntity s,"
            + " PersistentClientSessionEntity c where c.userSessionId = s.userSessionId and c.offline = s.offline"
            + " and s.offline = '0' and s.realmId = :realm and s.userId = :user and c.clientId = :client";

    /** Attribute of Keycloak's session, which is one request's: the answer. What the request itself changes is written at its end. */
    private static final String ASKED = DeviceSessions.class.getName() + "/";

    private final KeycloakSession session;
    private final RealmModel realm;

    DeviceSessions(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * The session this browser has at a client. An ISP that asks silently must not learn from the time it takes whether somebody is
     * signed in elsewhere: the database is asked the same question of the same size with and without a device, and sessions at other
     * clients are not touched.
     */
    Optional<UserSessionModel> at(ClientModel client, Optional<Device> device) {
        String memo = ASKED + client.getId() + "/" + device.map(Device::userId).orElse("");
        List<?> ids = session.getAttribute(memo, List.class);
        if (ids == null) {
            ids = ask(client, device);
            session.setAttribute(memo, ids);
        }
        return newest(ids.stream().map(id -> session.sessions().getUserSession(realm, (String) id)), device);
    }

    private List<String> ask(ClientModel client, Optional<Device> device) {
        return session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(AT_CLIENT, String.class)
                .setParameter("realm", realm.getId())
                .setParameter(
                        "user",
                        device.map(Device::userId)
                                .orElseGet(() -> UUID.randomUUID().toString()))
                .setParameter("client", client.getId())
                .getResultList();
    }

    /** The newest session this browser has anywhere. */
    Optional<UserSessionModel> anywhere(Device device) {
        return newest(all(device).stream(), Optional.of(device));
    }

    /** All of this browser's. */
    List<UserSessionModel> all(Device device) {
        UserModel user = session.users().getUserById(realm, device.userId());
        return user == null ? List.of() : of(user, device.id());
    }

    /** All of the user's that bear this device id. */
    List<UserSessionModel> of(UserModel user, String deviceId) {
        return session.sessions()
                .getUserSessionsStream(realm, user)
                .filter(s -> deviceId != null && deviceId.equals(Notes.device(s)))
                .toList();
    }

    private Optional<UserSessionModel> newest(Stream<UserSessionModel> sessions, Optional<Device> device) {
        return sessions.filter(s -> s != null && device.isPresent())
                .filter(s -> device.get().id().equals(Notes.device(s)))
                .filter(s -> s.getState() == null || s.getState() == UserSessionModel.State.LOGGED_IN)
                .filter(s -> AuthenticationManager.isSessionValid(realm, s))
                .max(Comparator.comparingInt(Notes::authTime));
    }
}
