package org.cyberspaceid.relyingparty.consent;

import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/** That somebody agreed at an ISP: without the person, the session, the address and the items, which the sealed ledger has. */
final class ConsentEvent {
    private ConsentEvent() {}

    static void send(KeycloakSession session, AuthenticationSessionModel authSession) {
        new EventBuilder(authSession.getRealm(), session)
                .event(EventType.GRANT_CONSENT)
                .client(authSession.getClient())
                .success();
    }
}
