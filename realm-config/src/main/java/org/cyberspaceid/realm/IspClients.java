package org.cyberspaceid.realm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.admin.client.resource.ClientsResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ClientScopeRepresentation;

/** Registers ISPs in the realm. The realm's client policy has the last word on each. */
public final class IspClients {
    private static final String NUMBER_SCOPE = "network-number";

    private IspClients() {}

    /**
     * Creates the ISP's client or puts it back to what the description says.
     *
     * @param secret the client secret; may be empty when the ISP has a {@code jwksUri} or the client exists already
     * @return what changed, a line each
     * @throws jakarta.ws.rs.WebApplicationException when the server or its client policy refuses
     */
    public static List<String> register(Keycloak admin, IspClient isp, Optional<String> secret) {
        RealmResource realm = admin.realm(RealmApplier.REALM);
        ObjectNode desired = IspRepresentation.of(isp, secret);
        List<String> changes = new ArrayList<>();
        ClientResource client = createOrUpdate(realm.clients(), isp, desired, changes);
        assignScopes(realm, client, isp.scopes(), changes);
        return changes;
    }

    private static ClientResource createOrUpdate(
            ClientsResource clients, IspClient isp, ObjectNode desired, List<String> changes) {
        Optional<ClientRepresentation> current =
                clients.findByClientId(isp.clientId()).stream().findFirst();
        if (current.isEmpty()) {
            changes.add("created client " + isp.clientId());
            try (Response response = clients.create(Json.as(desired, ClientRepresentation.class))) {
                return clients.get(CreatedResponseUtil.getCreatedId(response));
            }
        }
        ClientResource client = clients.get(current.get().getId());
        List<String> drift = Drift.between(desired, Json.tree(client.toRepresentation()));
        if (!drift.isEmpty()) {
            client.update(
                    Json.as(Json.merge(Json.tree(client.toRepresentation()), desired), ClientRepresentation.class));
            changes.add("set client " + isp.clientId() + ": " + String.join(", ", drift));
        }
        return client;
    }

    private static void assignScopes(
            RealmResource realm, ClientResource client, Set<String> scopes, List<String> changes) {
        client.getDefaultClientScopes().stream()
                .filter(scope -> !scope.getName().equals(NUMBER_SCOPE))
                .forEach(scope -> {
                    client.removeDefaultClientScope(scope.getId());
                    changes.add("removed default scope " + scope.getName());
                });
        List<ClientScopeRepresentation> optional = client.getOptionalClientScopes();
        optional.stream().filter(scope -> !scopes.contains(scope.getName())).forEach(scope -> {
            client.removeOptionalClientScope(scope.getId());
            changes.add("removed scope " + scope.getName());
        });
        List<String> there =
                optional.stream().map(ClientScopeRepresentation::getName).toList();
        scopes.stream().filter(name -> !there.contains(name)).sorted().forEach(name -> {
            client.addOptionalClientScope(idOf(realm, name));
            changes.add("added scope " + name);
        });
    }

    private static String idOf(RealmResource realm, String scope) {
        return realm.clientScopes().findAll().stream()
                .filter(candidate -> candidate.getName().equals(scope))
                .map(ClientScopeRepresentation::getId)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such scope: " + scope));
    }
}
