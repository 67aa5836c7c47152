package org.cyberspaceid.virtual;

import java.time.LocalDate;
import java.util.Optional;
import org.cyberspaceid.core.document.DocumentType;

/**
 * What a virtual document shall say.
 *
 * @param type any of the accepted types
 * @param name in the document's own script, for example Hanzi
 * @param latinName {@code SURNAME GIVEN NAMES}; empty: the Latin letters of {@code name}, or {@code X}
 * @param birthDate the holder's
 * @param portrait JPEG or PNG
 * @param portraitFormat how a chip keeps it; statements carry JPEG
 * @param variant what shall be wrong with it
 */
public record DocumentOrder(
        DocumentType type,
        String name,
        Optional<String> latinName,
        LocalDate birthDate,
        byte[] portrait,
        PortraitFormat portraitFormat,
        Variant variant) {

    public DocumentOrder {
        if (!variant.fits(type)) {
            throw new IllegalArgumentException("a " + type.code() + " cannot be " + variant.code());
        }
    }

    /** The same order with another fault. */
    public DocumentOrder with(Variant other) {
        return new DocumentOrder(type, name, latinName, birthDate, portrait, portraitFormat, other);
    }
}
