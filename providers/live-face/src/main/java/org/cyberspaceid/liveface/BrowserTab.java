package org.cyberspaceid.liveface;

import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The browser tab that calls, by its own authentication-session cookie. */
public final class BrowserTab {
    private BrowserTab() {}

    /** The tab's authentication session; empty without the cookie, or for another tab's id. */
    public static Optional<AuthenticationSessionModel> find(
            KeycloakSession session, String unverifiedClientId, String unverifiedTabId) {
        RealmModel realm = session.getContext().getRealm();
        ClientModel client = unverifiedClientId == null ? null : realm.getClientByClientId(unverifiedClientId);
        if (client == null || unverifiedTabId == null) {
            return Optional.empty();
        }
        session.getContext().setClient(client);
        return Optional.ofNullable(new AuthenticationSessionManager(session)
                .getCurrentAuthenticationSession(realm, client, unverifiedTabId));
    }
}
