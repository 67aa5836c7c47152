package org.cyberspaceid.relyingparty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cyberspaceid.core.document.DocumentNumber;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.PersonName;
import org.cyberspaceid.core.document.VerifiedDocument;
import org.cyberspaceid.core.document.VerifiedDocument.ChipProof;
import org.cyberspaceid.core.mobile.MobileNumber;
import org.cyberspaceid.core.vault.IdentityRecord;
import org.junit.jupiter.api.Test;

class BooleanClaimsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final List<String> ALL = List.of("identity_verified", "age_over_18", "phone_verified");

    @Test
    void answersEachGrantedScopeUnderItsClaimName() {
        assertThat(BooleanClaims.answer(
                        ALL, person(TODAY.minusYears(30), TODAY.plusYears(1), ChipProof.ORIGINAL), TODAY))
                .isEqualTo(Map.of("identity_verified", true, "age_over_18", true, "phone_number_verified", true));
    }

    @Test
    void saysNothingThatWasNotGranted() {
        assertThat(BooleanClaims.answer(
                        List.of("openid", "network-number", "age_over_18", "email"),
                        person(TODAY.minusYears(30), TODAY.plusYears(1), ChipProof.ORIGINAL),
                        TODAY))
                .isEqualTo(Map.of("age_over_18", true));
    }

    @Test
    void answersFalseTheDayBeforeTheBirthday() {
        assertThat(BooleanClaims.answer(
                        ALL, person(TODAY.plusDays(1).minusYears(18), TODAY.plusYears(1), ChipProof.ORIGINAL), TODAY))
                .containsEntry("age_over_18", false);
        assertThat(BooleanClaims.answer(
                        ALL, person(TODAY.minusYears(18), TODAY.plusYears(1), ChipProof.ORIGINAL), TODAY))
                .containsEntry("age_over_18", true);
    }

    @Test
    void answersFalseForAnExpiredOrCopiableDocument() {
        assertThat(BooleanClaims.answer(
                        ALL, person(TODAY.minusYears(30), TODAY.minusDays(1), ChipProof.ORIGINAL), TODAY))
                .containsEntry("identity_verified", false);
        assertThat(BooleanClaims.answer(
                        ALL, person(TODAY.minusYears(30), TODAY.plusYears(1), ChipProof.UNPROTECTED), TODAY))
                .containsEntry("identity_verified", false);
    }

    private static IdentityRecord person(LocalDate birthDate, LocalDate expiresOn, ChipProof proof) {
        DocumentNumber number =
                DocumentNumber.parse(DocumentType.PASSPORT, "E12345678", TODAY).orElseThrow();
        return new IdentityRecord(
                new VerifiedDocument(number, new PersonName("A B", Optional.empty()), birthDate, expiresOn, proof),
                new MobileNumber("+8613800138000"),
                true,
                "1",
                Instant.EPOCH);
    }
}
