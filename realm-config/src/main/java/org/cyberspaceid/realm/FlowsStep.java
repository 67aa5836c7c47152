package org.cyberspaceid.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.RealmRepresentation;

/**
 * The flows. Keycloak cannot replace a flow in one call, and one that is being emptied would be in use; so a drifted family is
 * built anew beside the old one, bound, and only then takes its name.
 */
final class FlowsStep {
    private final RealmResource realm;
    private final Changes changes;

    FlowsStep(RealmResource realm, Changes changes) {
        this.realm = realm;
        this.changes = changes;
    }

    void apply(ObjectNode file) {
        put(file, "browserFlow");
        put(file, "registrationFlow");
    }

    private void put(ObjectNode file, String binding) {
        String alias = file.required(binding).asText();
        JsonNode current = Json.tree(realm.partialExport(false, false));
        if (!inPlace(file, alias, current)) {
            replace(file, alias, binding);
            changes.add("built flow " + alias);
            changes.add("bound " + binding + " to " + alias);
        } else if (!alias.equals(current.path(binding).asText())) {
            bind(binding, alias);
            changes.add("bound " + binding + " to " + alias);
        }
    }

    private void replace(ObjectNode file, String alias, String binding) {
        FlowBuilder builder = new FlowBuilder(realm.flows(), file);
        FlowBuilder.Built built = builder.build(alias);
        bind(binding, built.alias());
        builder.takeName(built);
        RealmRepresentation bound = realm.toRepresentation();
        builder.deleteUnfinished(Set.of(bound.getBrowserFlow(), bound.getRegistrationFlow()));
    }

    private void bind(String binding, String alias) {
        ObjectNode change = Json.MAPPER.createObjectNode().put(binding, alias);
        realm.update(Json.as(change, RealmRepresentation.class));
    }

    /** Whether the flow, its sub-flows and their configuration are as in the file. */
    static boolean inPlace(JsonNode file, String alias, JsonNode current) {
        JsonNode desired = Named.find(file.required("authenticationFlows"), "alias", alias);
        JsonNode actual = Named.find(current.path("authenticationFlows"), "alias", alias);
        return actual != null
                && Drift.between(desired, actual).isEmpty()
                && executions(desired).stream().allMatch(e -> executionInPlace(file, e, current, actual));
    }

    private static boolean executionInPlace(JsonNode file, JsonNode execution, JsonNode current, JsonNode actualFlow) {
        if (execution.has("flowAlias")) {
            return inPlace(file, execution.get("flowAlias").asText(), current);
        }
        if (!execution.has("authenticatorConfig")) {
            JsonNode actual = Named.find(
                    actualFlow.required("authenticationExecutions"),
                    "authenticator",
                    execution.required("authenticator").asText());
            return actual != null && actual.path("authenticatorConfig").isMissingNode();
        }
        String config = execution.get("authenticatorConfig").asText();
        JsonNode actual = Named.find(current.path("authenticatorConfig"), "alias", config);
        return actual != null
                && Drift.between(Named.find(file.required("authenticatorConfig"), "alias", config), actual)
                        .isEmpty();
    }

    static List<JsonNode> executions(JsonNode flow) {
        return RealmFiles.list(flow, "authenticationExecutions");
    }
}
