package org.cyberspaceid.core.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.cyberspaceid.core.document.Age;
import org.cyberspaceid.core.document.DocumentNumber;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.PersonName;
import org.cyberspaceid.core.document.VerifiedDocument;
import org.cyberspaceid.core.document.VerifiedDocument.ChipProof;
import org.cyberspaceid.core.mobile.MobileNumber;
import org.cyberspaceid.core.vault.IdentityRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BooleanClaimTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource({
        "AGE_OVER_14,2012-11-22,true", "AGE_OVER_14,2012-11-23,false",
        "AGE_OVER_16,2010-11-22,true", "AGE_OVER_16,2010-11-23,false",
        "AGE_OVER_18,2008-11-22,true", "AGE_OVER_18,2008-11-23,false",
        "AGE_OVER_60,1966-11-22,true", "AGE_OVER_60,1966-11-23,false"
    })
    void countsFullYearsFromTheBirthdayOn(BooleanClaim claim, LocalDate birthDate, boolean answer) {
        assertThat(claim.answer(born(birthDate), TODAY)).contains(answer);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-28,false", "2026-03-01,true"})
    void aPersonOfTheLeapDayIsOlderOnTheFirstOfMarch(LocalDate today, boolean adult) {
        assertThat(BooleanClaim.AGE_OVER_18.answer(born(LocalDate.of(2008, 2, 29)), today))
                .contains(adult);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-21T15:59:59Z,false", "2026-11-21T16:00:00Z,true"})
    void theBirthdayBeginsAtMidnightInShanghai(Instant now, boolean adult) {
        LocalDate today = Age.today(Clock.fixed(now, ZoneOffset.UTC));
        assertThat(BooleanClaim.AGE_OVER_18.answer(born(LocalDate.of(2008, 11, 22)), today))
                .contains(adult);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22,ORIGINAL,true",
        "2026-11-22,READER_VOUCHED,true",
        "2026-11-21,ORIGINAL,false",
        "2030-01-01,UNPROTECTED,false"
    })
    void anExpiredOrCopiableDocumentVerifiesNoIdentity(LocalDate expiresOn, ChipProof proof, boolean answer) {
        assertThat(BooleanClaim.IDENTITY_VERIFIED.answer(
                        person(DocumentType.PASSPORT, "E12345678", TODAY.minusYears(30), expiresOn, proof, true),
                        TODAY))
                .contains(answer);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void saysWhetherTheNumberAnswered(boolean verified) {
        assertThat(BooleanClaim.PHONE_VERIFIED.answer(
                        person(
                                DocumentType.PASSPORT,
                                "E12345678",
                                TODAY.minusYears(30),
                                TODAY,
                                ChipProof.ORIGINAL,
                                verified),
                        TODAY))
                .contains(verified);
    }

    @ParameterizedTest
    @CsvSource({
        "RESIDENT_ID_CARD,11010519491231002X,true",
        "RESIDENCE_PERMIT_HK_MACAO,810000199001010019,true",
        "RESIDENCE_PERMIT_TAIWAN,830000199001010012,true",
        "FOREIGN_PERMANENT_RESIDENT_ID_2017,USA110077010101,",
        "TRAVEL_PERMIT_HK_MACAO,H12345678,",
        "TRAVEL_PERMIT_TAIWAN,12345678,",
        "PASSPORT,E12345678,"
    })
    void aDocumentThatSaysNothingOfResidenceLeavesItUnknown(DocumentType type, String number, Boolean answer) {
        assertThat(BooleanClaim.MAINLAND_RESIDENT.answer(
                        person(type, number, TODAY.minusYears(30), TODAY, ChipProof.ORIGINAL, true), TODAY))
                .isEqualTo(Optional.ofNullable(answer));
    }

    @Test
    void isFoundByScopeAndByClaimName() {
        assertThat(BooleanClaim.ofScope("phone_verified")).contains(BooleanClaim.PHONE_VERIFIED);
        assertThat(BooleanClaim.ofClaim("phone_number_verified")).contains(BooleanClaim.PHONE_VERIFIED);
        assertThat(BooleanClaim.ofClaim("phone_verified")).isEmpty();
    }

    private static IdentityRecord born(LocalDate birthDate) {
        return person(DocumentType.PASSPORT, "E12345678", birthDate, TODAY.plusYears(9), ChipProof.ORIGINAL, true);
    }

    private static IdentityRecord person(
            DocumentType type,
            String number,
            LocalDate birthDate,
            LocalDate expiresOn,
            ChipProof proof,
            boolean mobileVerified) {
        return new IdentityRecord(
                new VerifiedDocument(
                        DocumentNumber.parse(type, number, TODAY).orElseThrow(),
                        new PersonName("A B", Optional.empty()),
                        birthDate,
                        expiresOn,
                        proof),
                new MobileNumber("+8613800138000"),
                mobileVerified,
                "1",
                Instant.EPOCH);
    }
}
