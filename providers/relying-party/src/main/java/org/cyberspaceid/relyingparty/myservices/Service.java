package org.cyberspaceid.relyingparty.myservices;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.cyberspaceid.core.claims.BooleanClaim;
import org.cyberspaceid.core.consent.Consent;
import org.cyberspaceid.core.networknumber.NetworkNumber;
import org.cyberspaceid.relyingparty.NetworkNumbers;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * An ISP that a person agreed to.
 *
 * @param number the person's there, in groups; empty when the client has no sector any more
 */
record Service(ClientModel client, String host, String number, Consent consent) {
    private static final String NUMBER = "number";

    static Service of(KeycloakSession session, ClientModel client, UserModel user, Consent consent) {
        String number = NetworkNumbers.of(session, client, user)
                .map(NetworkNumber::grouped)
                .orElse("");
        return new Service(client, hostOf(client), number, consent);
    }

    String name() {
        String name = client.getName();
        return name == null || name.isBlank() ? client.getClientId() : name;
    }

    /** What the templates get, see {@code docs/pages.md}. */
    Map<String, Object> view() {
        return Map.of(
                "id", client.getClientId(),
                "name", name(),
                "host", host,
                "networkNumber", number,
                "learns", learns(),
                "expiresOn", consent.until().toString());
    }

    /** Texts are named by scope, the ledger's items by claim. The number has a row of its own. */
    private List<String> learns() {
        return consent.agreed().stream()
                .filter(item -> !item.equals(NUMBER))
                .map(Service::textOf)
                .sorted()
                .toList();
    }

    private static String textOf(String item) {
        return BooleanClaim.ofClaim(item).map(BooleanClaim::scope).orElse(item);
    }

    /** Where the person is taken after signing in: an app has no host, its scheme is what can be recognised. */
    private static String hostOf(ClientModel client) {
        return client.getRedirectUris().stream()
                .sorted()
                .findFirst()
                .map(URI::create)
                .map(uri -> uri.getHost() == null ? uri.getScheme() : uri.getHost())
                .orElse("");
    }
}
