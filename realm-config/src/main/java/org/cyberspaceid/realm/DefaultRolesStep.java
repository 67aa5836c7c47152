package org.cyberspaceid.realm;

import java.util.List;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.RoleResource;
import org.keycloak.representations.idm.RoleRepresentation;

/** A citizen has no role. By default Keycloak gives everybody those of its account pages, which change credentials past our rules. */
final class DefaultRolesStep {
    private final RealmResource realm;
    private final Changes changes;

    DefaultRolesStep(RealmResource realm, Changes changes) {
        this.realm = realm;
        this.changes = changes;
    }

    void apply() {
        RoleResource everybody =
                realm.roles().get(realm.toRepresentation().getDefaultRole().getName());
        List<RoleRepresentation> given = List.copyOf(everybody.getRoleComposites());
        if (!given.isEmpty()) {
            everybody.deleteComposites(given);
            given.forEach(role -> changes.add("took the role " + role.getName() + " from everybody"));
        }
    }
}
