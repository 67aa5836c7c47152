package org.cyberspaceid.virtual;

import java.util.Optional;

/**
 * A document in the authority's register of persons; dates are ISO 8601.
 *
 * @param type its code
 * @param latinName in Latin letters
 * @param valid whether it still counts: neither replaced nor reported lost
 * @param person how the register refers to the holder; {@code null} unless asked to
 */
public record RegisteredDocument(
        String type,
        String number,
        String name,
        String latinName,
        String birthDate,
        String expiresOn,
        boolean valid,
        String person) {

    static RegisteredDocument of(Printed printed, Variant variant) {
        return new RegisteredDocument(
                printed.type().code(),
                printed.number(),
                printed.name(),
                printed.latinName(),
                printed.birthDate().toString(),
                printed.expiresOn().toString(),
                variant != Variant.REPORTED_LOST,
                null);
    }

    RegisteredDocument of(String reference) {
        return new RegisteredDocument(type, number, name, latinName, birthDate, expiresOn, valid, reference);
    }

    /** How the register refers to the holder, if it does. */
    public Optional<String> reference() {
        return Optional.ofNullable(person);
    }

    /** Whether these are the holder's; a chip without Hanzi has the Latin name alone. */
    public boolean isOf(String askedName, String askedBirthDate) {
        return birthDate.equals(askedBirthDate) && (name.equals(askedName) || latinName.equals(askedName));
    }
}
