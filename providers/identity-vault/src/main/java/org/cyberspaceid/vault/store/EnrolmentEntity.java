package org.cyberspaceid.vault.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The row of a half-finished enrolment, as the queries of {@link SealedEnrolments} name it. */
@Entity
@Table(name = "CID_ENROLMENT")
class EnrolmentEntity {
    /** SHA-256 of the id: 256 random bits, so that the hash gives nothing away. */
    @Id
    @Column(name = "ID_HASH")
    byte[] idHash;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId;

    @Column(name = "VERSION", nullable = false)
    long version;

    /** Milliseconds since 1970. */
    @Column(name = "DEADLINE", nullable = false)
    long deadline;

    @Column(name = "SEALED_STATE", nullable = false)
    byte[] sealedState;
}
