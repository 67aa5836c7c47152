package org.cyberspaceid.vault.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A deletion that must outlive a restore; a trigger writes it with whatever removes a person's row. Random ids, no identity. */
@Entity
@Table(name = "CID_DELETION")
class DeletionEntity {
    @Id
    @Column(name = "ID")
    long id;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId;

    @Column(name = "USER_ID", length = 36, nullable = false)
    String userId;

    /** Milliseconds since 1970. */
    @Column(name = "DELETED_AT", nullable = false)
    long deletedAt;

    /** Whether the journal outside the database has it. */
    @Column(name = "WRITTEN", nullable = false)
    boolean written;
}
