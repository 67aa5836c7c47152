package org.cyberspaceid.realm;

import org.keycloak.admin.client.resource.AuthenticationManagementResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;

/**
 * One required action is on, the consent step, which asks itself at every sign-in whether it is needed. None of Keycloak's is: they
 * ask for names and mail addresses, or change credentials past our rules.
 */
final class RequiredActionsStep {
    private static final String CONSENT = "isp-consent";

    private final AuthenticationManagementResource authentication;
    private final Changes changes;

    RequiredActionsStep(RealmResource realm, Changes changes) {
        this.authentication = realm.flows();
        this.changes = changes;
    }

    void apply() {
        authentication.getUnregisteredRequiredActions().stream()
                .filter(action -> CONSENT.equals(action.getProviderId()))
                .forEach(action -> {
                    authentication.registerRequiredAction(action);
                    changes.add("registered required action " + CONSENT);
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
        return CONSENT.equals(action.getProviderId());
    }
}
