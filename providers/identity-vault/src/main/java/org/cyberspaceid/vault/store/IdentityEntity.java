package org.cyberspaceid.vault.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * The row of an enrolled person, as the queries of {@link SealedIdentities} name it. Rows are never loaded as managed objects: every
 * value is read by projection, so that nothing stale stays in a persistence context.
 */
@Entity
@Table(name = "CID_IDENTITY")
class IdentityEntity {
    /** The version of the record's JSON, of the row's layout and of its associated data. */
    static final short SCHEMA = 2;

    @Id
    @Column(name = "USER_ID", length = 36)
    String userId;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId;

    @Column(name = "SCHEMA_VERSION", nullable = false)
    short schemaVersion;

    @Column(name = "PERSON_INDEX", nullable = false)
    byte[] personIndex;

    @Column(name = "DOCUMENT_INDEX", nullable = false)
    byte[] documentIndex;

    /** None since somebody else proved that the number is theirs now. */
    @Column(name = "MOBILE_INDEX")
    byte[] mobileIndex;

    /** The name of the key that {@link #sealedDataKey} is sealed by. */
    @Column(name = "RECORD_KEY", length = 63, nullable = false)
    String recordKey;

    @Column(name = "SEALED_DATA_KEY", nullable = false)
    byte[] sealedDataKey;

    @Column(name = "SEALED_RECORD", nullable = false)
    byte[] sealedRecord;

    @Column(name = "SEALED_PERSON_KEY", nullable = false)
    byte[] sealedPersonKey;
}
