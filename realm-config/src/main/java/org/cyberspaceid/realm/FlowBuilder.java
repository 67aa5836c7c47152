package org.cyberspaceid.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.AuthenticationManagementResource;
import org.keycloak.representations.idm.AuthenticationExecutionRepresentation;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;
import org.keycloak.representations.idm.AuthenticatorConfigRepresentation;

/** Builds a flow with its sub-flows and their configuration under a passing name, which later gives way to the real one. */
final class FlowBuilder {
    private static final String UNFINISHED = "-unfinished-";

    private final AuthenticationManagementResource authentication;
    private final JsonNode file;
    private final String suffix =
            UNFINISHED + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());

    FlowBuilder(AuthenticationManagementResource authentication, JsonNode file) {
        this.authentication = authentication;
        this.file = file;
    }

    /** @param flowIds the top-level flow first, then its sub-flows */
    record Built(String alias, String name, List<String> flowIds, List<String> configIds) {}

    /** Deletes what a run that was interrupted left behind, unless the realm is still bound to it. */
    void deleteUnfinished(Set<String> boundAliases) {
        authentication.getFlows().stream()
                .filter(flow -> flow.getAlias().contains(UNFINISHED))
                .filter(flow -> !boundAliases.contains(flow.getAlias()))
                .forEach(flow -> authentication.deleteFlow(flow.getId()));
    }

    Built build(String alias) {
        Built built = new Built(alias + suffix, alias, new ArrayList<>(), new ArrayList<>());
        create(alias, built);
        return built;
    }

    /** The old flow of that name is not bound any more: it goes, and the new one is renamed. */
    void takeName(Built built) {
        authentication.getFlows().stream()
                .filter(flow -> flow.getAlias().equals(built.name()))
                .forEach(old -> authentication.deleteFlow(old.getId()));
        built.flowIds().forEach(id -> {
            AuthenticationFlowRepresentation flow = authentication.getFlow(id);
            flow.setAlias(flow.getAlias().replace(suffix, ""));
            authentication.updateFlow(id, flow);
        });
        built.configIds().forEach(id -> {
            AuthenticatorConfigRepresentation config = authentication.getAuthenticatorConfig(id);
            config.setAlias(config.getAlias().replace(suffix, ""));
            authentication.updateAuthenticatorConfig(id, config);
        });
    }

    private String create(String alias, Built built) {
        ObjectNode flow =
                Named.find(file.required("authenticationFlows"), "alias", alias).deepCopy();
        List<JsonNode> executions = FlowsStep.executions(flow);
        flow.remove("authenticationExecutions");
        flow.put("alias", alias + suffix);
        String id = created(authentication.createFlow(Json.as(flow, AuthenticationFlowRepresentation.class)));
        built.flowIds().add(id);
        executions.forEach(execution -> add(execution, id, built));
        return id;
    }

    private void add(JsonNode desired, String parentFlow, Built built) {
        var execution = new AuthenticationExecutionRepresentation();
        execution.setParentFlow(parentFlow);
        execution.setRequirement(desired.required("requirement").asText());
        execution.setPriority(desired.required("priority").asInt());
        if (desired.has("flowAlias")) {
            execution.setAuthenticatorFlow(true);
            execution.setFlowId(create(desired.get("flowAlias").asText(), built));
        } else {
            execution.setAuthenticator(desired.required("authenticator").asText());
        }
        String id = created(authentication.addExecution(execution));
        if (desired.has("authenticatorConfig")) {
            configure(id, desired.get("authenticatorConfig").asText(), built);
        }
    }

    private void configure(String executionId, String alias, Built built) {
        ObjectNode config =
                Named.find(file.required("authenticatorConfig"), "alias", alias).deepCopy();
        config.put("alias", alias + suffix);
        built.configIds()
                .add(created(authentication.newExecutionConfig(
                        executionId, Json.as(config, AuthenticatorConfigRepresentation.class))));
    }

    private static String created(Response response) {
        try (response) {
            return CreatedResponseUtil.getCreatedId(response);
        }
    }
}
