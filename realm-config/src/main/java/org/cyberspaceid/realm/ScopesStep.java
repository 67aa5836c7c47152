package org.cyberspaceid.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.ProtocolMappersResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** Exactly the table's client scopes with exactly their mappers: another one could tell an ISP something else. */
final class ScopesStep {
    private final RealmResource realm;
    private final Changes changes;

    ScopesStep(RealmResource realm, Changes changes) {
        this.realm = realm;
        this.changes = changes;
    }

    void apply(ObjectNode file) {
        JsonNode desired = file.required("clientScopes");
        desired.forEach(this::put);
        realm.clientScopes().findAll().stream()
                .filter(scope -> Named.find(desired, "name", scope.getName()) == null)
                .forEach(this::remove);
        assign(
                "default",
                file.required("defaultDefaultClientScopes"),
                realm.getDefaultDefaultClientScopes(),
                realm::addDefaultDefaultClientScope,
                realm::removeDefaultDefaultClientScope);
        assign(
                "optional",
                file.required("defaultOptionalClientScopes"),
                realm.getDefaultOptionalClientScopes(),
                realm::addDefaultOptionalClientScope,
                realm::removeDefaultOptionalClientScope);
    }

    private void put(JsonNode desired) {
        String name = desired.required("name").asText();
        realm.clientScopes().findAll().stream()
                .filter(scope -> scope.getName().equals(name))
                .findFirst()
                .ifPresentOrElse(current -> update(desired, current), () -> create(desired));
    }

    private void create(JsonNode desired) {
        try (Response response = realm.clientScopes().create(Json.as(desired, ClientScopeRepresentation.class))) {
            CreatedResponseUtil.getCreatedId(response);
        }
        changes.add("created client scope " + desired.required("name").asText());
    }

    private void update(JsonNode desired, ClientScopeRepresentation current) {
        ObjectNode withoutMappers = desired.deepCopy();
        withoutMappers.remove("protocolMappers");
        if (!Drift.between(withoutMappers, Json.tree(current)).isEmpty()) {
            realm.clientScopes()
                    .get(current.getId())
                    .update(Json.as(Json.merge(Json.tree(current), withoutMappers), ClientScopeRepresentation.class));
            changes.add("set client scope " + current.getName());
        }
        putMappers(desired, current);
    }

    /** One by one, and what is extra last: the server refuses whatever leaves the realm without the number's mapper, for a moment too. */
    private void putMappers(JsonNode desired, ClientScopeRepresentation current) {
        ProtocolMappersResource mappers =
                realm.clientScopes().get(current.getId()).getProtocolMappers();
        ArrayNode there = Json.MAPPER.valueToTree(mappers.getMappers());
        for (JsonNode wanted : desired.required("protocolMappers")) {
            JsonNode actual = Named.find(there, wanted.required("name"));
            if (actual == null || !Drift.between(wanted, actual).isEmpty()) {
                put(mappers, wanted, actual);
                changes.add("put mapper " + wanted.required("name").asText() + " of client scope " + current.getName());
            }
        }
        for (JsonNode actual : there) {
            if (Named.find(desired.required("protocolMappers"), actual.required("name")) == null) {
                mappers.delete(actual.required("id").asText());
                changes.add(
                        "removed mapper " + actual.required("name").asText() + " of client scope " + current.getName());
            }
        }
    }

    private static void put(ProtocolMappersResource mappers, JsonNode wanted, JsonNode actual) {
        if (actual == null) {
            try (Response response = mappers.createMapper(Json.as(wanted, ProtocolMapperRepresentation.class))) {
                CreatedResponseUtil.getCreatedId(response);
            }
            return;
        }
        String id = actual.required("id").asText();
        mappers.update(
                id, Json.as(Json.merge((ObjectNode) actual, (ObjectNode) wanted), ProtocolMapperRepresentation.class));
    }

    private void remove(ClientScopeRepresentation extra) {
        realm.clientScopes().get(extra.getId()).remove();
        changes.add("removed client scope " + extra.getName());
    }

    private void assign(
            String kind,
            JsonNode names,
            List<ClientScopeRepresentation> assigned,
            Consumer<String> add,
            Consumer<String> remove) {
        List<String> desired = names.valueStream().map(JsonNode::asText).toList();
        List<String> there =
                assigned.stream().map(ClientScopeRepresentation::getName).toList();
        assigned.stream().filter(scope -> !desired.contains(scope.getName())).forEach(scope -> {
            remove.accept(scope.getId());
            changes.add("removed " + kind + " scope " + scope.getName());
        });
        var byName = realm.clientScopes().findAll().stream()
                .collect(Collectors.toMap(ClientScopeRepresentation::getName, Function.identity()));
        desired.stream().filter(name -> !there.contains(name)).forEach(name -> {
            add.accept(byName.get(name).getId());
            changes.add("added " + kind + " scope " + name);
        });
    }
}
