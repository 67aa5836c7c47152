package org.cyberspaceid.vault.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.cyberspaceid.core.document.DocumentNumber;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.PersonName;
import org.cyberspaceid.core.document.VerifiedDocument;
import org.cyberspaceid.core.mobile.MobileNumber;
import org.cyberspaceid.core.vault.NewIdentity;

/** People for tests; passport and mobile numbers are counted, so that each call can have its own. */
final class People {
    static final Instant ENROLLED = Instant.parse("2026-11-22T08:15:30Z");

    private People() {}

    static NewIdentity person(int passport, int mobile) {
        VerifiedDocument document = new VerifiedDocument(
                passport(passport),
                new PersonName("欧阳小明", Optional.of("OUYANG XIAOMING")),
                LocalDate.of(1990, 7, 24),
                LocalDate.of(2031, 2, 3),
                VerifiedDocument.ChipProof.ORIGINAL);
        return new NewIdentity(document, mobile(mobile), "2026-11", ENROLLED);
    }

    static DocumentNumber passport(int number) {
        return number(DocumentType.PASSPORT, "E%08d".formatted(number));
    }

    static DocumentNumber number(DocumentType type, String number) {
        return DocumentNumber.parse(type, number, LocalDate.of(2026, 11, 22)).orElseThrow();
    }

    static MobileNumber mobile(int number) {
        return new MobileNumber("+86138%08d".formatted(number));
    }
}
