package org.cyberspaceid.ownpages;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.UserSessionManager;

/** Where a person is signed in at this moment, in every browser. */
public final class Sessions {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    public Sessions(KeycloakSession session, UserModel user) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.user = user;
    }

    /** Ends what one ISP has; it hears of it by its back channel. A session that is nobody else's ends whole. */
    public void endAt(ClientModel client) {
        for (UserSessionModel open : open()) {
            Set<String> clients = open.getAuthenticatedClientSessions().keySet();
            if (clients.equals(Set.of(client.getId()))) {
                end(open);
            } else if (clients.contains(client.getId())) {
                AuthenticationManager.backchannelLogoutUserSessionFromClient(
                        session,
                        realm,
                        open,
                        client,
                        session.getContext().getUri(),
                        session.getContext().getRequestHeaders());
            }
        }
    }

    /** Signs out everywhere, here too; what ISPs may keep while nobody is there ends with it. */
    public void endAll() {
        open().forEach(this::end);
        UserSessionManager offline = new UserSessionManager(session);
        session.sessions()
                .getOfflineUserSessionsStream(realm, user)
                .toList()
                .forEach(offline::revokeOfflineUserSession);
        AuthenticationManager.expireIdentityCookie(session);
    }

    /**
     * Signs out everywhere, and no token counts any more that was issued before a second.
     *
     * @param second Keycloak compares whole seconds: what is issued in it counts
     */
    public void endAllBefore(Instant second) {
        session.users().setNotBeforeForUser(realm, user, Math.toIntExact(second.getEpochSecond()));
        endAll();
    }

    /** Ends those that were signed in by something: a note of the session says by what. */
    public void endWith(String note, String value) {
        open().stream().filter(open -> value.equals(open.getNote(note))).forEach(this::end);
    }

    private void end(UserSessionModel open) {
        AuthenticationManager.backchannelLogout(session, open, false);
    }

    private List<UserSessionModel> open() {
        return session.sessions().getUserSessionsStream(realm, user).toList();
    }
}
