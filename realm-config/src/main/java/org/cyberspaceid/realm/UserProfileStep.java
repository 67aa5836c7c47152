package org.cyberspaceid.realm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.UserProfileResource;
import org.keycloak.representations.userprofile.config.UPConfig;

/** The user profile: nothing about a person. {@code username} and {@code email} cannot be taken out, only left empty. */
final class UserProfileStep {
    private final UserProfileResource profile;
    private final Changes changes;

    UserProfileStep(RealmResource realm, Changes changes) {
        this.profile = realm.users().userProfile();
        this.changes = changes;
    }

    void apply(ObjectNode file) {
        UPConfig current = profile.getConfiguration();
        boolean unmanagedAllowed = current.getUnmanagedAttributePolicy() != null;
        if (unmanagedAllowed || !Drift.between(file, Json.tree(current)).isEmpty()) {
            profile.update(Json.as(file, UPConfig.class));
            changes.add("set user profile");
        }
    }
}
