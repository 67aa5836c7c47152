package org.cyberspaceid.signin.session;

import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.AuthenticationManager;

/** What Keycloak would read from its identity cookie: its own token, made for the session that a browser has at the client of this request. */
final class IdentityToken {
    private final KeycloakSession session;
    private final Partition partition;

    IdentityToken(KeycloakSession session, Partition partition) {
        this.session = session;
        this.partition = partition;
    }

    Optional<String> of(Optional<Device> device) {
        if (device.isEmpty()) {
            return Optional.empty(); // a silent check makes up for the time: see DeviceSession
        }
        RealmModel realm = session.getContext().getRealm();
        DeviceSessions sessions = new DeviceSessions(session, realm);
        return client(realm)
                .flatMap(client -> sessions.at(client, device))
                .or(() ->
                        device.filter(here -> SignOutOfAll.isUnderWay(session)).flatMap(sessions::anywhere))
                .filter(own -> own.getUser() != null)
                .map(own -> token(realm, own));
    }

    private Optional<ClientModel> client(RealmModel realm) {
        return Optional.ofNullable(session.getContext().getClient())
                .or(() -> partition.isp().map(realm::getClientByClientId))
                .or(() -> Optional.ofNullable(realm.getClientByClientId(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID)));
    }

    private String token(RealmModel realm, UserSessionModel own) {
        KeycloakContext context = session.getContext();
        String issuer = Urls.realmIssuer(context.getUri().getBaseUri(), realm.getName());
        return session.tokens()
                .encode(AuthenticationManager.createIdentityToken(session, realm, own.getUser(), own, issuer));
    }
}
