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

    /** The name of the key that {@link #sealedDataKey} is sealed by. */
    @Column(name = "RECORD_KEY", length = 63, nullable = false)
    String recordKey;

    /** The key of this state alone: the next one has another. */
    @Column(name = "SEALED_DATA_KEY", nullable = false)
    byte[] sealedDataKey;

    @Column(name = "SEALED_STATE", nullable = false)
    byte[] sealedState;
}
