package org.cyberspaceid.relyingparty.policy;

import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.services.ErrorResponseException;

/** Fails in the prepare phase, so that nothing of the transaction is written and the caller gets the reason. */
final class Objection extends AbstractKeycloakTransaction {
    private final ErrorResponseException reason;

    Objection(ErrorResponseException reason) {
        this.reason = reason;
    }

    @Override
    protected void commitImpl() {
        throw reason;
    }

    @Override
    protected void rollbackImpl() {
        // nothing was done
    }
}
