package org.cyberspaceid.liveface;

import java.util.function.Function;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Short transactions of their own, for requests that wait for the face worker or verify signatures in between: no database
 * connection is held meanwhile, and what was used up stays used up whatever happens next.
 */
public final class InTransaction {
    private final KeycloakSession session;

    public InTransaction(KeycloakSession session) {
        this.session = session;
    }

    public <T> T run(Function<KeycloakSession, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(), session.getContext(), work::apply, "live-face");
    }
}
