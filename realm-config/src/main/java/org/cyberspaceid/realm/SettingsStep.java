package org.cyberspaceid.realm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.RealmRepresentation;

/** The realm's own settings; last, since it opens a new realm. */
final class SettingsStep {
    private final RealmResource realm;
    private final Changes changes;

    SettingsStep(RealmResource realm, Changes changes) {
        this.realm = realm;
        this.changes = changes;
    }

    void apply(ObjectNode settings) {
        ObjectNode current = Json.tree(realm.toRepresentation());
        List<String> drift = Drift.between(settings, current);
        if (!drift.isEmpty()) {
            realm.update(Json.as(Json.merge(current, settings), RealmRepresentation.class));
            drift.forEach(path -> changes.add("set " + path));
        }
    }
}
