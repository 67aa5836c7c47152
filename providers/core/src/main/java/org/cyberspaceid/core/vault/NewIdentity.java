package org.cyberspaceid.core.vault;

import java.time.Instant;
import java.util.Optional;
import org.cyberspaceid.core.document.PersonReference;
import org.cyberspaceid.core.document.VerifiedDocument;
import org.cyberspaceid.core.mobile.MobileNumber;

/**
 * What enrolment hands to the vault: all it keeps about a person.
 *
 * @param reference the population registry's, where one is connected: it makes one person of several documents. It is not kept
 * @param noticeVersion the version of the notice the person agreed to
 */
public record NewIdentity(
        VerifiedDocument document,
        Optional<PersonReference> reference,
        MobileNumber mobile,
        String noticeVersion,
        Instant enrolledAt) {

    /** For a deployment without a registry. */
    public NewIdentity(VerifiedDocument document, MobileNumber mobile, String noticeVersion, Instant enrolledAt) {
        this(document, Optional.empty(), mobile, noticeVersion, enrolledAt);
    }
}
