package org.cyberspaceid.vault.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What the keys of a purpose make of a fixed text, as {@link KeyCheck} compares it. */
@Entity
@Table(name = "CID_KEY_CHECK")
class KeyCheckEntity {
    @Id
    @Column(name = "PURPOSE", length = 32)
    String purpose;

    @Column(name = "CHECK_VALUE", nullable = false)
    byte[] checkValue;
}
