package org.cyberspaceid.vault.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.PersonName;
import org.cyberspaceid.core.document.VerifiedDocument;
import org.cyberspaceid.core.kept.KeptTables;
import org.cyberspaceid.core.vault.IdentityRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordJsonTest {
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
    void readsWhatItWrote(IdentityRecord record) {
        assertThat(RecordJson.read(RecordJson.write(record))).isEqualTo(record);
    }

    /** The list that the notice and the docs are made from. */
    @Test
    void holdsTheFieldsThatAreListedAndNoOther() {
        assertThat(Arrays.stream(RecordJson.class.getRecordComponents()).map(RecordComponent::getName))
                .containsExactlyInAnyOrderElementsOf(KeptTables.recordFields());
    }

    @Test
    void theLengthTellsNothing() {
        assertThat(records().limit(2).map(r -> RecordJson.write(r).length).distinct())
                .hasSize(1);
    }

    @Test
    void whatIsNoRecordIsNotQuoted() {
        for (String other : new String[] {"", "{}", "{\"name\":\"王小明\"", "王小明"}) {
            assertThatThrownBy(() -> RecordJson.read(other.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(RuntimeException.class)
                    .satisfies(
                            e -> assertThat("" + e.getMessage() + e.getCause()).doesNotContain("王小明"));
        }
    }

    private static IdentityRecord record(
            DocumentType type, String number, String name, Optional<String> latin, boolean mobileVerified) {
        VerifiedDocument document = new VerifiedDocument(
                People.number(type, number),
                new PersonName(name, latin),
                LocalDate.of(1949, 12, 31),
                LocalDate.of(2030, 1, 1),
                VerifiedDocument.ChipProof.READER_VOUCHED);
        return new IdentityRecord(document, People.mobile(1), mobileVerified, "2026-11", People.ENROLLED);
    }
}
