package org.cyberspaceid.vault.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.keycloak.connections.jpa.AsynchronousCommitAllowed;

/** A row that Keycloak would let be lost in a power cut, like its events and sessions. */
@Entity
@Table(name = "session_like")
class SessionLikeEntity implements AsynchronousCommitAllowed {
    @Id
    String id;
}
