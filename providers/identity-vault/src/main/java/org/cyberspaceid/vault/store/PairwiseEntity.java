package org.cyberspaceid.vault.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row that a person and one ISP have between them, as the queries of {@link PairwiseRows} name it. */
@Entity
@Table(name = "CID_PAIRWISE")
class PairwiseEntity {
    /** Derived from the person's data key: without it, 256 random bits. */
    @Id
    @Column(name = "ROW_ID")
    byte[] rowId;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId;

    @Column(name = "SEALED", nullable = false)
    byte[] sealed;

    /** The last month of its life, {@code year · 12 + month}, so that it can be deleted by somebody who cannot open it. */
    @Column(name = "LAST_MONTH", nullable = false)
    int lastMonth;
}
