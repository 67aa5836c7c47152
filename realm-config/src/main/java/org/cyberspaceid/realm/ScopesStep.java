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
        ProtocolMappersResource mappers =
                realm.clientScopes().get(current.getId()).getProtocolMappers();
        List<ProtocolMapperRepresentation> there = mappers.getMappers();
        ArrayNode actual = Json.MAPPER.valueToTree(there);
        if (!Drift.between(
                        Json.MAPPER.createObjectNode().set("m", desired.required("protocolMappers")),
                        Json.MAPPER.createObjectNode().set("m", actual))
                .isEmpty()) {
            there.forEach(mapper -> mappers.delete(mapper.getId()));
            mappers.createMapper(RealmFiles.list(desired, "protocolMappers").stream()
                    .map(mapper -> Json.as(mapper, ProtocolMapperRepresentation.class))
                    .toList());
            changes.add("put mappers of client scope " + current.getName());
        }
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
