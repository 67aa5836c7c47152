package org.cyberspaceid.relyingparty.claims;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.cyberspaceid.core.document.DocumentNumber;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.PersonName;
import org.cyberspaceid.core.document.VerifiedDocument;
import org.cyberspaceid.core.document.VerifiedDocument.ChipProof;
import org.cyberspaceid.core.mobile.MobileNumber;
import org.cyberspaceid.core.vault.BlindIndex;
import org.cyberspaceid.core.vault.IdentityRecord;

/** Records, and a keyed hash of this test's own. */
final class People {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private People() {}

    /** Zhang San, 17 on {@link #TODAY}, enrolled on 30 September 2026 at 23:30 in Shanghai. */
    static IdentityRecord zhangSan() {
        return zhangSan(TODAY.plusYears(5));
    }

    static IdentityRecord zhangSan(LocalDate expiresOn) {
        return new IdentityRecord(
                new VerifiedDocument(
                        DocumentNumber.parse(DocumentType.PASSPORT, "E12345678", TODAY)
                                .orElseThrow(),
                        new PersonName("张三", Optional.of("ZHANG SAN")),
                        LocalDate.of(2009, 3, 1),
                        expiresOn,
                        ChipProof.ORIGINAL),
                new MobileNumber("+8613800138000"),
                true,
                "1",
                Instant.parse("2026-09-30T15:30:00Z"));
    }

    /** Not secret, but as a keyed hash is: 32 bytes that depend on purpose and value. */
    static BlindIndex index() {
        return (purpose, value) -> {
            try {
                return java.security.MessageDigest.getInstance("SHA-256")
                        .digest((purpose + "|" + value).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            } catch (java.security.NoSuchAlgorithmException impossible) {
                throw new AssertionError(impossible);
            }
        };
    }
}
