package org.cyberspaceid.relyingparty.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cyberspaceid.relyingparty.policy.ContractVeto.AdminPath;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * To what an administrator may not do to a citizen: become the citizen, change how the citizen signs in, or write personal data beside
 * the random account name. Disabling and deleting are an administrator's right.
 */
final class CitizenObjections {
    private static final Set<String> REFUSED = Set.of(
            "reset-password",
            "reset-password-email",
            "execute-actions-email",
            "send-verify-email",
            "credentials",
            "disable-credential-types",
            "impersonation",
            "federated-identity");

    private static final List<String> PERSONAL = List.of(UserModel.EMAIL, UserModel.FIRST_NAME, UserModel.LAST_NAME);

    private final KeycloakSession session;
    private final RealmModel realm;

    CitizenObjections(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    Optional<String> to(AdminPath path) {
        if (!path.isBelow("users") || path.part(1).isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(session.users().getUserById(realm, path.part(1)))
                .filter(this::isCitizen)
                .flatMap(citizen -> to(path.part(2), citizen));
    }

    private static Optional<String> to(String what, UserModel citizen) {
        if (REFUSED.contains(what)) {
            return Optional.of("citizen_credentials_are_the_citizens: " + what + " is refused for citizens");
        }
        if (citizen.getRequiredActionsStream().findAny().isPresent()) {
            return Optional.of("citizen_required_action: no required action can be set for a citizen");
        }
        return PERSONAL.stream().anyMatch(name -> isSet(citizen.getFirstAttribute(name)))
                        || citizen.getAttributes().keySet().stream()
                                .anyMatch(name -> !name.equals(UserModel.USERNAME) && !PERSONAL.contains(name))
                ? Optional.of("citizen_personal_data: a citizen's account holds no name, mail address or attribute")
                : Optional.empty();
    }

    private static boolean isSet(String value) {
        return value != null && !value.isBlank();
    }

    private boolean isCitizen(UserModel user) {
        return session.getProvider(IdentityVaultProvider.class).identities().isEnrolled(user.getId());
    }
}
