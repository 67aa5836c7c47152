package org.cyberspaceid.vault.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.PersonName;
import org.cyberspaceid.core.document.VerifiedDocument;
import org.cyberspaceid.core.networknumber.Sector;
import org.cyberspaceid.core.vault.IdentityRecord;
import org.cyberspaceid.core.vault.NewIdentity;
import org.cyberspaceid.vault.keys.SealBrokenException;
import org.cyberspaceid.vault.keys.TestKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdentitySealsTest {
    private static final short SCHEMA = IdentityEntity.SCHEMA;

    private final IdentitySeals seals = new IdentitySeals(TestKeys.fixed(), "realm");

    static Stream<IdentityRecord> records() {
        return Stream.of(
                record(DocumentType.PASSPORT, "EA1234567", "WU LI", Optional.empty(), false),
                record(DocumentType.RESIDENT_ID_CARD, "11010519491231002X", "王小明", Optional.empty(), true),
                record(
                        DocumentType.FOREIGN_PERMANENT_RESIDENT_ID_2017,
                        "USA110000000000",
                        "𠮷𡈽".repeat(20),
                        Optional.of("A \"quoted\" \\ NAME"),
                        true));
    }

    @ParameterizedTest
    @MethodSource("records")
    void opensWhatItSealed(IdentityRecord record) {
        assertThat(seals.openRecord(SCHEMA, "user", seals.sealRecord("user", record)))
                .isEqualTo(record);
    }

    @ParameterizedTest
    @MethodSource("records")
    void aSealedRecordOpensOnlyForItsRealmPersonFieldAndSchema(IdentityRecord record) {
        byte[] sealed = seals.sealRecord("user", record);
        refuses(() -> seals.openRecord(SCHEMA, "other", sealed));
        refuses(() -> seals.openRecord((short) 2, "user", sealed));
        refuses(() -> new IdentitySeals(TestKeys.fixed(), "other").openRecord(SCHEMA, "user", sealed));
        refuses(() -> seals.networkNumber(SCHEMA, "user", sealed, new Sector("a.example")));
    }

    @Test
    void aSealedPersonKeyOpensOnlyForItsPerson() {
        byte[] sealed = seals.sealNewPersonKey("user", People.passport(1));
        refuses(() -> seals.networkNumber(SCHEMA, "other", sealed, new Sector("a.example")));
        refuses(() -> seals.openRecord(SCHEMA, "user", sealed));
    }

    @Test
    void theLengthTellsNothing() {
        assertThat(records()
                        .limit(2)
                        .map(r -> seals.sealRecord("user", r).length)
                        .distinct())
                .hasSize(1);
    }

    private static IdentityRecord record(
            DocumentType type, String number, String name, Optional<String> latin, boolean mobileVerified) {
        NewIdentity person = People.person(1, 1);
        VerifiedDocument document = new VerifiedDocument(
                People.number(type, number),
                new PersonName(name, latin),
                LocalDate.of(1949, 12, 31),
                LocalDate.of(2030, 1, 1),
                VerifiedDocument.ChipProof.READER_VOUCHED);
        return new IdentityRecord(document, person.mobile(), mobileVerified, "2026-11", People.ENROLLED);
    }

    private static void refuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable opening) {
        assertThatThrownBy(opening).isInstanceOf(SealBrokenException.class);
    }
}
