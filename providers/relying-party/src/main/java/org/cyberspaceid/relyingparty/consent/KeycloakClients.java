package org.cyberspaceid.relyingparty.consent;

import java.util.Set;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;

/** Keycloak's own clients in the realm: no ISP stands behind them. */
final class KeycloakClients {
    private static final Set<String> IDS = Set.of(
            Constants.ACCOUNT_MANAGEMENT_CLIENT_ID,
            Constants.ACCOUNT_CONSOLE_CLIENT_ID,
            Constants.ADMIN_CONSOLE_CLIENT_ID,
            Constants.ADMIN_CLI_CLIENT_ID,
            Constants.BROKER_SERVICE_CLIENT_ID,
            Constants.REALM_MANAGEMENT_CLIENT_ID);

    private KeycloakClients() {}

    static boolean contain(ClientModel client) {
        return IDS.contains(client.getClientId());
    }
}
