package org.cyberspaceid.virtual;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cyberspaceid.core.document.ChipClass;
import org.cyberspaceid.core.document.DocumentType;

/** What is wrong with a virtual document, if anything. */
public enum Variant {
    GENUINE,
    /** Its last day of validity has passed. */
    EXPIRED,
    /** Chip: its document signer is on the authority's revocation list. Statement: the service says that the card was revoked. */
    REVOKED,
    /** Genuine in every way, but the authority's register has it as reported lost. Only the population registry can tell. */
    REPORTED_LOST,
    /** One byte was changed after signing. */
    TAMPERED,
    /** Signed by an attacker's authority with the name and the key identifier of the real one, or by a service nobody listed. */
    FOREIGN_AUTHORITY,
    /** Chip: a copy of a genuine one, without its private key. Statement: one that was recorded for an earlier challenge. */
    CLONE,
    /** A chip that cannot prove that it is the original. */
    NO_ACTIVE_AUTHENTICATION(ChipClass.TRAVEL),
    /** A DG15 of a few bytes that claims a length of 2 GB. */
    OVERSIZED_DG15(ChipClass.TRAVEL),
    /** Signed by a trusted authority, but of another country than the one the document names. */
    OTHER_COUNTRY(ChipClass.TRAVEL),
    /** Signed under the authority with a certificate that may not sign documents. */
    WRONG_KEY_USAGE(ChipClass.TRAVEL),
    /** Correctly signed; the birth date's check digit in the machine readable zone is wrong. */
    WRONG_CHECK_DIGIT(ChipClass.TRAVEL),
    /** Correctly signed; the number breaks the rule of its type. */
    WRONG_NUMBER,
    /** Correctly signed; the portrait is no image. */
    PORTRAIT_NO_IMAGE,
    /** Correctly signed; the portrait is a PNG of 109 kB that unpacks to 30000 × 30000 pixels. */
    PORTRAIT_HUGE_PNG,
    /** Correctly signed; the portrait is a JPEG 2000 whose tiles are 1 × 1 pixel. */
    PORTRAIT_TINY_TILES;

    private final Optional<ChipClass> only;

    Variant() {
        this.only = Optional.empty();
    }

    Variant(ChipClass only) {
        this.only = Optional.of(only);
    }

    /** Whether a document of this type can have this fault. */
    public boolean fits(DocumentType type) {
        return only.isEmpty() || only.get() == type.chipClass();
    }

    /** The name in the desk's API, for example {@code foreign-authority}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The variant with this code, if there is one. */
    public static Optional<Variant> ofCode(String code) {
        return Stream.of(values()).filter(v -> v.code().equals(code)).findFirst();
    }
}
