package org.cyberspaceid.core.vault;

import java.time.Instant;
import org.cyberspaceid.core.document.VerifiedDocument;
import org.cyberspaceid.core.mobile.MobileNumber;

/** An opened record: personal data, for the length of one request. */
public record IdentityRecord(
        VerifiedDocument document,
        MobileNumber mobile,
        boolean mobileVerified,
        String noticeVersion,
        Instant enrolledAt) {}
