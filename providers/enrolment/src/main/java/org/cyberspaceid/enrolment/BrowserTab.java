package org.cyberspaceid.enrolment;

import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.managers.AuthenticationSessionManager;

/** The browser tab that calls, by its own authentication-session cookie. */
final class BrowserTab {
    private BrowserTab() {}

    /** The id of the tab's enrolment; empty without the cookie, for another tab's id, or before an enrolment began. */
    static Optional<String> enrolmentId(KeycloakSession session, String unverifiedClientId, String unverifiedTabId) {
        RealmModel realm = session.getContext().getRealm();
        ClientModel client = unverifiedClientId == null ? null : realm.getClientByClientId(unverifiedClientId);
        if (client == null || unverifiedTabId == null) {
            return Optional.empty();
        }
        session.getContext().setClient(client);
        return Optional.ofNullable(new AuthenticationSessionManager(session)
                        .getCurrentAuthenticationSession(realm, client, unverifiedTabId))
                .flatMap(Journey::idOf);
    }
}
