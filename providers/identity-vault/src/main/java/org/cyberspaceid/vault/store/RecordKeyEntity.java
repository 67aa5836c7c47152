package org.cyberspaceid.vault.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A record key that this database was filled with, by name; see {@link RecordKeyBook}. */
@Entity
@Table(name = "CID_RECORD_KEY")
class RecordKeyEntity {
    @Id
    @Column(name = "NAME", length = 63)
    String name;

    /** Milliseconds since 1970. */
    @Column(name = "MADE_AT", nullable = false)
    long madeAt;

    /** Since when no row was under it, in milliseconds since 1970; null while one is. */
    @Column(name = "UNUSED_SINCE")
    Long unusedSince;
}
