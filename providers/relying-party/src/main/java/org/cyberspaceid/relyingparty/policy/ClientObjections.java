package org.cyberspaceid.relyingparty.policy;

import java.util.Optional;
import org.cyberspaceid.relyingparty.IspClientRule;
import org.cyberspaceid.relyingparty.KeycloakClients;
import org.cyberspaceid.relyingparty.policy.ContractVeto.AdminPath;
import org.keycloak.models.RealmModel;

/** To changes of a client's mappers and scopes, and of the shared scopes, that would leave what {@link IspClientRule} allows. */
final class ClientObjections {
    private final RealmModel realm;

    ClientObjections(RealmModel realm) {
        this.realm = realm;
    }

    Optional<String> to(AdminPath path) {
        if (path.isBelow("client-scopes")
                || path.isBelow("default-default-client-scopes")
                || path.isBelow("default-optional-client-scopes")) {
            return IspClientRule.violation(realm);
        }
        boolean ofAClient = path.isBelow("clients") && !path.part(2).isEmpty();
        return ofAClient
                ? Optional.ofNullable(realm.getClientById(path.part(1)))
                        .filter(client -> !KeycloakClients.contain(client))
                        .flatMap(IspClientRule::violation)
                : Optional.empty();
    }
}
