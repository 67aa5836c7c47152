package org.cyberspaceid.relyingparty.policy;

import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.ErrorResponse;

/**
 * Undoes what an administrator may not do, with a clear 400. Client policies are not asked by the endpoints for mappers and scopes, nor
 * by anything that concerns users; every one of them reports an admin event before its transaction ends. Keycloak swallows what a
 * listener throws, so the objection is made by a {@link Objection} when the transaction is about to commit.
 */
final class ContractVeto implements EventListenerProvider {
    private final KeycloakSession session;

    ContractVeto(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        if (realm == null || event.getError() != null || !OurRealm.is(realm)) {
            return;
        }
        objection(realm, AdminPath.of(event)).ifPresent(this::object);
    }

    private Optional<String> objection(RealmModel realm, AdminPath path) {
        return new ClientObjections(realm)
                .to(path)
                .or(() -> new CitizenObjections(session, realm).to(path))
                .or(() -> new RealmObjections(realm).to(path));
    }

    private void object(String why) {
        session.getTransactionManager()
                .enlistPrepare(new Objection(ErrorResponse.error(why, Response.Status.BAD_REQUEST)));
    }

    @Override
    public void onEvent(Event event) {
        // what people do is not an administrator's doing
    }

    @Override
    public void close() {
        // holds nothing
    }

    /** The part of an admin event that objections go by: what was done, and to what. */
    record AdminPath(OperationType operation, String path) {
        static AdminPath of(AdminEvent event) {
            return new AdminPath(
                    event.getOperationType(),
                    Optional.ofNullable(event.getResourcePath()).orElse(""));
        }

        boolean isBelow(String start) {
            return path.equals(start) || path.startsWith(start + "/");
        }

        /** The n-th part of the path, from 0; empty where it is shorter. */
        String part(int n) {
            String[] parts = path.split("/");
            return n < parts.length ? parts[n] : "";
        }

        boolean isDeletion() {
            return operation == OperationType.DELETE;
        }
    }
}
