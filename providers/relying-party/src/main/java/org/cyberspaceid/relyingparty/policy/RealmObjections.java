package org.cyberspaceid.relyingparty.policy;

import java.util.Optional;
import org.cyberspaceid.relyingparty.policy.ContractVeto.AdminPath;
import org.keycloak.models.RealmModel;

/** To realm settings that would open Keycloak's own ways round a citizen's password. */
final class RealmObjections {
    private final RealmModel realm;

    RealmObjections(RealmModel realm) {
        this.realm = realm;
    }

    Optional<String> to(AdminPath path) {
        boolean ofTheRealm = path.path().isEmpty();
        if (ofTheRealm && realm.isResetPasswordAllowed()) {
            return Optional.of("realm_reset_password: Keycloak's password reset by mail is not offered to citizens");
        }
        if (ofTheRealm && realm.isEditUsernameAllowed()) {
            return Optional.of("realm_edit_username: the account name is random and stays so");
        }
        return Optional.empty();
    }
}
