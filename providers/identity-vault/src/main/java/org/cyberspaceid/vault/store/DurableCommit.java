package org.cyberspaceid.vault.store;

import jakarta.persistence.EntityManager;

/**
 * Makes the running transaction wait for the disk when it commits. Keycloak 26.7 turns {@code synchronous_commit} off for transactions
 * in which it has seen only entities that may be lost (events, sessions), and it does not see our statements: a finished deletion
 * could come back after a power cut. The name is that of {@code org.keycloak.connections.jpa.AsyncCommitIntegrator.SYNC_REQUIRED}; a
 * test compares the two.
 */
public final class DurableCommit {
    static final String SYNC_REQUIRED = "kc.sync_commit_required";

    private DurableCommit() {}

    /** For the transaction that these entities take part in. */
    public static void require(EntityManager entities) {
        entities.setProperty(SYNC_REQUIRED, Boolean.TRUE);
    }
}
