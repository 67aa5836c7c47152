package org.cyberspaceid.core.vault;

import java.time.Instant;
import org.cyberspaceid.core.document.VerifiedDocument;
import org.cyberspaceid.core.mobile.MobileNumber;

/**
 * What enrolment hands to the vault: all it keeps about a person.
 *
 * @param noticeVersion the version of the notice the person agreed to
 */
public record NewIdentity(VerifiedDocument document, MobileNumber mobile, String noticeVersion, Instant enrolledAt) {}
