package org.cyberspaceid.realm;

import java.util.Set;
import org.keycloak.admin.client.resource.AuthenticationManagementResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;

/**
 * Ours are on: the consent step, which asks itself at every sign-in whether it is needed, and what a citizen can do to the own account. None of
 * Keycloak's is: they ask for names and mail addresses, or change credentials past our rules.
 */
final class RequiredActionsStep {
    private static final Set<String> OURS =
            Set.of("isp-consent", "stop-recovery", "add-passkey", "change-mobile-number", "freeze-id", "delete-id");

    private final AuthenticationManagementResource authentication;
    private final Changes changes;

    RequiredActionsStep(RealmResource realm, Changes changes) {
        this.authentication = realm.flows();
        this.changes = changes;
    }

    void apply() {
        authentication.getUnregisteredRequiredActions().stream()
                .filter(action -> OURS.contains(action.getProviderId()))
                .forEach(action -> {
                    authentication.registerRequiredAction(action);
                    changes.add("registered required action " + action.getProviderId());
                });
        authentication.getRequiredActions().stream()
                .filter(action -> action.isDefaultAction() || action.isEnabled() != isOurs(action))
                .forEach(this::correct);
    }

    private void correct(RequiredActionProviderRepresentation action) {
        action.setEnabled(isOurs(action));
        action.setDefaultAction(false);
        authentication.updateRequiredAction(action.getAlias(), action);
        changes.add((isOurs(action) ? "enabled" : "disabled") + " required action " + action.getAlias());
    }

    private static boolean isOurs(RequiredActionProviderRepresentation action) {
        return OURS.contains(action.getProviderId());
    }
}
