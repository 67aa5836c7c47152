package org.cyberspaceid.vault.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A person's face template, as the queries of {@link SealedFaceTemplates} name it. */
@Entity
@Table(name = "CID_FACE_TEMPLATE")
class FaceTemplateEntity {
    @Id
    @Column(name = "USER_ID", length = 36)
    String userId;

    /** Sealed by the person's data key. */
    @Column(name = "SEALED", nullable = false)
    byte[] sealed;
}
