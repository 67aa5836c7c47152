package org.cyberspaceid.realm;

import org.keycloak.admin.client.resource.AuthenticationManagementResource;
import org.keycloak.admin.client.resource.RealmResource;

/** No required action of Keycloak's is on: they ask for names and mail addresses, or change credentials past our rules. */
final class RequiredActionsStep {
    private final AuthenticationManagementResource authentication;
    private final Changes changes;

    RequiredActionsStep(RealmResource realm, Changes changes) {
        this.authentication = realm.flows();
        this.changes = changes;
    }

    void apply() {
        authentication.getRequiredActions().stream()
                .filter(action -> action.isEnabled() || action.isDefaultAction())
                .forEach(action -> {
                    action.setEnabled(false);
                    action.setDefaultAction(false);
                    authentication.updateRequiredAction(action.getAlias(), action);
                    changes.add("disabled required action " + action.getAlias());
                });
    }
}
