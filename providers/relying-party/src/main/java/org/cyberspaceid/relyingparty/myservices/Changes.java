package org.cyberspaceid.relyingparty.myservices;

import org.cyberspaceid.core.networknumber.SectorRule;
import org.cyberspaceid.ownpages.Sessions;
import org.cyberspaceid.ownpages.Visitor;
import org.cyberspaceid.relyingparty.NetworkNumbers;
import org.cyberspaceid.relyingparty.securityevent.SecurityEventType;
import org.cyberspaceid.relyingparty.securityevent.SecurityEvents;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

/** What the person can change. An event names the ISP or the person, never both, and of the former no address either. */
final class Changes {
    private final KeycloakSession session;
    private final Visitor visitor;
    private final Sessions sessions;

    Changes(KeycloakSession session, Visitor visitor) {
        this.session = session;
        this.visitor = visitor;
        this.sessions = new Sessions(session, visitor.user());
    }

    /** The ISP has to ask again. */
    void withdraw(ClientModel client) {
        session.getProvider(IdentityVaultProvider.class)
                .consents()
                .withdraw(visitor.user().getId(), client.getClientId());
        sessions.endAt(client);
        tell(client, Outcome.WITHDRAWN);
    }

    /**
     * The ISP sees somebody new. The sessions of its whole sector, its app's too, end first: one that goes on would either change its
     * subject (OpenID Connect Core 1.0, 12.2) or keep the old number.
     */
    void renewNumber(ClientModel client) {
        SectorRule.Decision sector = NetworkNumbers.sectorOf(client);
        session.getContext()
                .getRealm()
                .getClientsStream()
                .filter(other -> NetworkNumbers.sectorOf(other).equals(sector))
                .toList()
                .forEach(sessions::endAt);
        if (NetworkNumbers.renew(session, client, visitor.user())) {
            tell(client, Outcome.RENEWED);
        }
    }

    /** The consent to keep the face's template is taken back: it is gone with this request. The event names the person and no ISP. */
    void forgetFace() {
        if (session.getProvider(IdentityVaultProvider.class)
                .faceTemplates()
                .forget(visitor.user().getId())) {
            new EventBuilder(session.getContext().getRealm(), session)
                    .event(EventType.REMOVE_CREDENTIAL)
                    .user(visitor.user())
                    .detail(Details.REASON, Outcome.FACE_FORGOTTEN.code())
                    .success();
        }
    }

    void signOutEverywhere() {
        sessions.endAll();
        new EventBuilder(session.getContext().getRealm(), session)
                .event(EventType.LOGOUT)
                .user(visitor.user())
                .success();
    }

    /** Somebody else may have used the ID: whoever it is, is out, and the ISPs that want to know hear of it, each by its own number. */
    void reportCompromise() {
        new SecurityEvents(session).tell(visitor.user(), SecurityEventType.CREDENTIAL_COMPROMISE);
        signOutEverywhere();
    }

    private void tell(ClientModel client, Outcome outcome) {
        new EventBuilder(session.getContext().getRealm(), session)
                .event(EventType.REVOKE_GRANT)
                .client(client)
                .detail(Details.REASON, outcome.code())
                .success();
    }
}
