package org.cyberspaceid.core.vault;

import java.time.Instant;
import java.util.Optional;
import org.cyberspaceid.core.document.VerifiedDocument;
import org.cyberspaceid.core.mobile.MobileNumber;

/**
 * An opened record: personal data, for the length of one request.
 *
 * @param mobileVerified whether {@code mobile} is the person's sign-in number. False since somebody else proved that it is theirs now:
 *     then it is nobody's address, and no message goes there
 */
public record IdentityRecord(
        VerifiedDocument document,
        MobileNumber mobile,
        boolean mobileVerified,
        String noticeVersion,
        Instant enrolledAt) {

    /** The number that messages may go to. */
    public Optional<MobileNumber> reachableAt() {
        return mobileVerified ? Optional.of(mobile) : Optional.empty();
    }
}
