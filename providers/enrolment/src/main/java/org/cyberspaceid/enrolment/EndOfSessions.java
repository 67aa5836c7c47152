package org.cyberspaceid.enrolment;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.UserSessionManager;

/** All of a person's sessions, at every ISP and on every device: their ISPs hear of it, and what was issued before counts no more. */
final class EndOfSessions {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final Clock clock;

    EndOfSessions(KeycloakSession session, RealmModel realm, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.clock = clock;
    }

    void of(UserModel user) {
        session.users()
                .setNotBeforeForUser(
                        realm, user, Math.toIntExact(clock.instant().getEpochSecond()));
        listed(session.sessions().getUserSessionsStream(realm, user))
                .forEach(open -> AuthenticationManager.backchannelLogout(session, open, true));
        UserSessionManager offline = new UserSessionManager(session);
        listed(session.sessions().getOfflineUserSessionsStream(realm, user)).forEach(offline::revokeOfflineUserSession);
    }

    /** Before the first of them is removed. */
    private static List<UserSessionModel> listed(Stream<UserSessionModel> sessions) {
        return sessions.toList();
    }
}
