package org.cyberspaceid.enrolment;

import org.cyberspaceid.core.document.VerifiedDocument;
import org.cyberspaceid.core.vault.IdentityRecord;
import org.cyberspaceid.core.vault.IdentityVault;

/**
 * A document that is valid for longer takes the place of the one before; the ID and its numbers stay. The caller has recognised the
 * person.
 */
final class Renewal {
    private final IdentityVault vault;
    private final String userId;
    private final IdentityRecord before;

    Renewal(IdentityVault vault, String userId, IdentityRecord before) {
        this.vault = vault;
        this.userId = userId;
        this.before = before;
    }

    /** Whether the document was newer and is the ID's now. */
    boolean with(DocumentState shown) {
        VerifiedDocument document = shown.verified();
        return document.expiresOn().isAfter(before.document().expiresOn()) && vault.renewDocument(userId, document);
    }
}
