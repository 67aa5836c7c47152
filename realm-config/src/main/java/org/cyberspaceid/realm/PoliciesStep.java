package org.cyberspaceid.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.ClientPoliciesRepresentation;
import org.keycloak.representations.idm.ClientProfilesRepresentation;

/** Client profiles, then the policies that use them. A deployer's own, under other names, stay. */
final class PoliciesStep {
    private final RealmResource realm;
    private final Changes changes;

    PoliciesStep(RealmResource realm, Changes changes) {
        this.realm = realm;
        this.changes = changes;
    }

    void apply(ObjectNode file) {
        var profiles = realm.clientPoliciesProfilesResource();
        put(
                "profiles",
                file.required("clientProfiles"),
                Json.tree(profiles.getProfiles(false)),
                tree -> profiles.updateProfiles(Json.as(tree, ClientProfilesRepresentation.class)));
        var policies = realm.clientPoliciesPoliciesResource();
        put(
                "policies",
                file.required("clientPolicies"),
                Json.tree(policies.getPolicies()),
                tree -> policies.updatePolicies(Json.as(tree, ClientPoliciesRepresentation.class)));
    }

    private void put(String member, JsonNode desired, ObjectNode current, Consumer<JsonNode> update) {
        ArrayNode kept = Json.MAPPER.createArrayNode();
        boolean changed = false;
        for (JsonNode ours : desired.required(member)) {
            JsonNode there = Named.find(current.path(member), ours.required("name"));
            if (there == null || !Drift.between(ours, there).isEmpty()) {
                changes.add("put client " + member + " " + ours.required("name").asText());
                changed = true;
            }
            kept.add(ours);
        }
        if (changed) {
            for (JsonNode other : current.path(member)) {
                if (Named.find(desired.required(member), other.required("name")) == null) {
                    kept.add(other);
                }
            }
            update.accept(current.set(member, kept));
        }
    }
}
