package org.cyberspaceid.enrolment;

import java.time.Clock;
import org.cyberspaceid.core.document.Age;
import org.cyberspaceid.core.document.VerifiedDocument;
import org.cyberspaceid.core.vault.IdentityRecord;
import org.cyberspaceid.core.vault.IdentityVault;

/**
 * A document that is valid for longer takes the place of the one before; the ID and its numbers stay. The caller has recognised the
 * person by face and by the document's number or the population registry. A name can change; a birth date does not, and another one
 * means another person.
 */
final class Renewal {
    private final IdentityVault vault;
    private final ReminderRows reminders;
    private final String userId;
    private final IdentityRecord before;
    private final Clock clock;

    Renewal(IdentityVault vault, ReminderRows reminders, String userId, IdentityRecord before, Clock clock) {
        this.vault = vault;
        this.reminders = reminders;
        this.userId = userId;
        this.before = before;
        this.clock = clock;
    }

    /** Whether the document was newer and is the ID's now. */
    boolean with(DocumentState shown) {
        VerifiedDocument document = shown.verified();
        boolean newer = document.expiresOn().isAfter(before.document().expiresOn());
        boolean samePerson = document.birthDate().equals(before.document().birthDate());
        if (!newer || !samePerson || !vault.renewDocument(userId, document)) {
            return false;
        }
        reminders.begin(userId, document.expiresOn(), Age.today(clock));
        return true;
    }
}
