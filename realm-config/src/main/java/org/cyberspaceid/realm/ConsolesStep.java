package org.cyberspaceid.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.keycloak.admin.client.resource.ClientsResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.ClientRepresentation;

/** Keycloak's own clients in the realm; ISPs' clients are never touched. */
final class ConsolesStep {
    private final ClientsResource clients;
    private final Changes changes;

    ConsolesStep(RealmResource realm, Changes changes) {
        this.clients = realm.clients();
        this.changes = changes;
    }

    void apply(ObjectNode file) {
        for (JsonNode desired : RealmFiles.list(file, "clients")) {
            clients.findByClientId(desired.required("clientId").asText()).forEach(current -> put(desired, current));
        }
    }

    private void put(JsonNode desired, ClientRepresentation current) {
        List<String> drift = Drift.between(desired, Json.tree(current));
        if (!drift.isEmpty()) {
            clients.get(current.getId())
                    .update(Json.as(Json.merge(Json.tree(current), desired), ClientRepresentation.class));
            changes.add("set client " + current.getClientId() + ": " + String.join(", ", drift));
        }
    }
}
