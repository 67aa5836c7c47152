package org.cyberspaceid.core.outcome;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Every expected failure a citizen, a reader or an operator can meet. The {@linkplain #code() code} is stable: it stands on the
 * page, in the event and in the help desk's manual, and never carries personal data. The theme holds
 * {@code problem.<code>.title}, {@code .what} and {@code .next} for each, in every language; a test compares the two.
 */
public enum Problem {
    // Reader hand-off
    READER_LINK_EXPIRED(WayOn.TRY_AGAIN),
    READER_LINK_USED(WayOn.TRY_AGAIN),
    READER_CODE_WRONG(WayOn.TRY_AGAIN),
    READER_CODE_NOT_TYPED(WayOn.TRY_AGAIN),
    READER_KEY_MISMATCH(WayOn.TRY_AGAIN),
    READING_TOO_LARGE(WayOn.OTHER_DOCUMENT),
    READING_MALFORMED(WayOn.OTHER_DOCUMENT),
    // Documents
    DOCUMENT_TAMPERED(WayOn.OTHER_DOCUMENT),
    DOCUMENT_AUTHORITY_UNKNOWN(WayOn.OTHER_DOCUMENT),
    DOCUMENT_CLONED(WayOn.OTHER_DOCUMENT),
    DOCUMENT_CHIP_UNPROTECTED(WayOn.OTHER_DOCUMENT),
    DOCUMENT_EXPIRED(WayOn.OTHER_DOCUMENT),
    DOCUMENT_REVOKED(WayOn.OTHER_DOCUMENT),
    DOCUMENT_NUMBER_INVALID(WayOn.OTHER_DOCUMENT),
    DOCUMENT_TYPE_MISMATCH(WayOn.OTHER_DOCUMENT),
    STATEMENT_INVALID(WayOn.OTHER_DOCUMENT),
    DOCUMENT_NOT_CONFIRMED(WayOn.OTHER_DOCUMENT),
    REGISTRY_UNAVAILABLE(WayOn.TRY_AGAIN),
    PORTRAIT_UNUSABLE(WayOn.OTHER_DOCUMENT),
    GUARDIAN_REQUIRED(WayOn.LEAVE),
    // Face
    FACE_NONE(WayOn.TRY_AGAIN),
    FACE_SEVERAL(WayOn.TRY_AGAIN),
    FACE_TOO_SMALL(WayOn.TRY_AGAIN),
    FACE_NOT_MATCHING(WayOn.TRY_AGAIN),
    FACE_UNDECIDED(WayOn.TRY_AGAIN),
    FACE_NOT_LIVE(WayOn.TRY_AGAIN),
    FACE_WRONG_DIRECTION(WayOn.TRY_AGAIN),
    FACE_CHANGED(WayOn.TRY_AGAIN),
    FACE_TOO_SLOW(WayOn.TRY_AGAIN),
    FACE_IMAGE_UNUSABLE(WayOn.TRY_AGAIN),
    FACE_ATTEMPTS_EXHAUSTED(WayOn.SERVICE_HALL),
    FACE_SERVICE_UNAVAILABLE(WayOn.TRY_AGAIN),
    FACE_TEMPLATE_MISSING(WayOn.LEAVE),
    FACE_TEMPLATE_OUTDATED(WayOn.LEAVE),
    // Mobile number
    MOBILE_NUMBER_INVALID(WayOn.TRY_AGAIN),
    MOBILE_NUMBER_NOT_SUPPORTED(WayOn.TRY_AGAIN),
    MOBILE_NUMBER_TAKEN(WayOn.TRY_AGAIN),
    SMS_CODE_WRONG(WayOn.TRY_AGAIN),
    SMS_CODE_EXPIRED(WayOn.TRY_AGAIN),
    SMS_CODE_TRIES_EXHAUSTED(WayOn.TRY_AGAIN),
    SMS_RATE_LIMITED(WayOn.TRY_AGAIN),
    SMS_UNAVAILABLE(WayOn.TRY_AGAIN),
    // Password
    PASSWORD_NOT_EIGHT_DIGITS(WayOn.TRY_AGAIN),
    PASSWORD_PATTERN(WayOn.TRY_AGAIN),
    PASSWORD_PERSONAL(WayOn.TRY_AGAIN),
    PASSWORD_MISMATCH(WayOn.TRY_AGAIN),
    // The way through
    NOTICE_NOT_ACCEPTED(WayOn.LEAVE),
    ENROLMENT_EXPIRED(WayOn.START_OVER),
    ENROLMENT_ALREADY_SIGNED_IN(WayOn.LEAVE),
    ALREADY_ENROLLED(WayOn.SIGN_IN),
    DOCUMENT_RENEWED(WayOn.SIGN_IN),
    // Recovery
    RECOVERY_NO_ID(WayOn.START_OVER),
    RECOVERY_NOT_HERE(WayOn.SERVICE_HALL),
    RECOVERY_WAITING(WayOn.LEAVE),
    RECOVERY_STOPPED(WayOn.LEAVE),
    RECOVERY_OVERTAKEN(WayOn.START_OVER),
    // Sign-in
    CREDENTIALS_INVALID(WayOn.TRY_AGAIN),
    SIGN_IN_LOCKED(WayOn.TRY_AGAIN),
    PASSKEY_REFUSED(WayOn.TRY_AGAIN),
    PASSKEY_NOT_ADDED(WayOn.TRY_AGAIN),
    ID_FROZEN(WayOn.LEAVE),
    NOT_CONFIRMED(WayOn.TRY_AGAIN),
    RECORD_UNREADABLE(WayOn.LEAVE),
    // Sign-in by a phone
    SCAN_EXPIRED(WayOn.TRY_AGAIN),
    SCAN_USED(WayOn.TRY_AGAIN),
    SCAN_REFUSED(WayOn.TRY_AGAIN),
    SCAN_NUMBER_WRONG(WayOn.TRY_AGAIN),
    // Help desk
    NETWORK_NUMBER_MISTYPED(WayOn.TRY_AGAIN);

    /** What the page offers next; never nothing. */
    public enum WayOn {
        TRY_AGAIN,
        OTHER_DOCUMENT,
        SERVICE_HALL,
        SIGN_IN,
        START_OVER,
        LEAVE
    }

    private final WayOn wayOn;

    Problem(WayOn wayOn) {
        this.wayOn = wayOn;
    }

    /** The stable code, for example {@code document_expired}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The action the page offers. */
    public WayOn wayOn() {
        return wayOn;
    }

    /** The problem with this code, if there is one. */
    public static Optional<Problem> ofCode(String code) {
        return Arrays.stream(values()).filter(p -> p.code().equals(code)).findFirst();
    }
}
