package org.cyberspaceid.vault.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.cyberspaceid.core.document.DocumentNumber;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.PersonName;
import org.cyberspaceid.core.document.VerifiedDocument;
import org.cyberspaceid.core.mobile.MobileNumber;
import org.cyberspaceid.core.vault.NewIdentity;

/** People by number: each has a passport, a mobile number and a user of their own, the same in every run. */
final class Citizens {
    static final String REALM = "7c1f2a90-4a39-4c52-9f3e-3a1c5f0e8d11";

    private static final Instant ENROLLED = Instant.parse("2026-11-22T08:15:30Z");

    private Citizens() {}

    static NewIdentity identity(int n) {
        VerifiedDocument document = new VerifiedDocument(
                passport(n),
                new PersonName("欧阳小明", Optional.of("OUYANG XIAOMING")),
                LocalDate.of(1990, 7, 24),
                LocalDate.of(2031, 2, 3),
                VerifiedDocument.ChipProof.ORIGINAL);
        return new NewIdentity(document, mobile(n), "2026-11", ENROLLED);
    }

    private static DocumentNumber passport(int n) {
        return DocumentNumber.parse(DocumentType.PASSPORT, "E%08d".formatted(n), LocalDate.of(2026, 11, 22))
                .orElseThrow();
    }

    static MobileNumber mobile(int n) {
        return new MobileNumber("+8613%09d".formatted(n));
    }

    /** In no order, as Keycloak's are. */
    static String userId(int n) {
        return UUID.nameUUIDFromBytes(("user " + n).getBytes(StandardCharsets.US_ASCII))
                .toString();
    }
}
