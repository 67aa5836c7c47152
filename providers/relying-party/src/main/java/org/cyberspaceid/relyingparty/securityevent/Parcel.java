package org.cyberspaceid.relyingparty.securityevent;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.cyberspaceid.relyingparty.contract.IspContract;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * A signed token and where it goes.
 *
 * @param clientId of the ISP
 * @param time when it began to wait to be sent, seconds since 1970
 */
record Parcel(String clientId, URI endpoint, String token, long time) {
    private static final Logger LOG = Logger.getLogger(Parcel.class);

    /** Empty when it can go nowhere: realm, client or endpoint is gone, or the key is. */
    static Optional<Parcel> open(KeycloakSession session, SecurityEventRows.Row row) {
        RealmModel realm = session.realms().getRealm(row.realmId());
        if (realm == null) {
            return Optional.empty();
        }
        session.getContext().setRealm(realm);
        Optional<String> message =
                session.getProvider(IdentityVaultProvider.class).queue().open(row.id(), row.sealed());
        if (message.isEmpty()) {
            LOG.error("security_event_unreadable: it was sealed under another key, or somebody changed it");
        }
        return message.map(SecurityEvent::of).flatMap(event -> of(session, realm, event));
    }

    private static Optional<Parcel> of(KeycloakSession session, RealmModel realm, SecurityEvent event) {
        ClientModel client = realm.getClientByClientId(event.clientId());
        session.getContext().setClient(client);
        return Optional.ofNullable(client)
                .flatMap(isp -> IspContract.of(isp).securityEvents())
                .map(endpoint ->
                        new Parcel(event.clientId(), endpoint, SecurityEventToken.sign(session, event), event.time()));
    }

    boolean isOlderThan(Duration age) {
        return Time.currentTime() - time > age.toSeconds();
    }
}
