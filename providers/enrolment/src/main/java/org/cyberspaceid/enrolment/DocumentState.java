package org.cyberspaceid.enrolment;

import java.time.LocalDate;
import java.util.Optional;
import org.cyberspaceid.core.document.DocumentNumber;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.DocumentVerdict.Accepted;
import org.cyberspaceid.core.document.PersonName;
import org.cyberspaceid.core.document.PersonReference;
import org.cyberspaceid.core.document.VerifiedDocument;
import org.cyberspaceid.core.document.VerifiedDocument.ChipProof;

/**
 * A verified document as it waits in the row.
 *
 * @param latin {@code null} where there is none
 * @param birthDate ISO date
 * @param expiresOn ISO date
 * @param person how the population registry refers to the person; {@code null} where it does not
 * @param confirmed whether the person has seen it and gone on
 */
record DocumentState(
        DocumentType type,
        String number,
        String name,
        String latin,
        String birthDate,
        String expiresOn,
        ChipProof chipProof,
        PersonReference person,
        boolean confirmed) {

    static DocumentState of(Accepted accepted) {
        VerifiedDocument document = accepted.document();
        return new DocumentState(
                document.number().type(),
                document.number().value(),
                document.name().inDocument(),
                document.name().latin().orElse(null),
                document.birthDate().toString(),
                document.expiresOn().toString(),
                document.chipProof(),
                accepted.person().orElse(null),
                false);
    }

    DocumentState confirm() {
        return new DocumentState(type, number, name, latin, birthDate, expiresOn, chipProof, person, true);
    }

    PersonName personName() {
        return new PersonName(name, Optional.ofNullable(latin));
    }

    /** The document again; its number passed the rule when it was verified and the row is sealed, so it passes now. */
    VerifiedDocument verified() {
        LocalDate born = LocalDate.parse(birthDate);
        LocalDate validUntil = LocalDate.parse(expiresOn);
        DocumentNumber parsed = DocumentNumber.parse(type, number, validUntil.isAfter(born) ? validUntil : born)
                .orElseThrow();
        return new VerifiedDocument(parsed, personName(), born, validUntil, chipProof);
    }

    @Override
    public String toString() {
        return "DocumentState[" + type + "]";
    }
}
