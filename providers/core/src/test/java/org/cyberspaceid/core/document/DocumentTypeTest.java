package org.cyberspaceid.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The register, row by row as {@code documents.md} has it: a good number, a bad one, the chip, the ways, the level. */
class DocumentTypeTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String ROWS = """
            RESIDENT_ID_CARD,                   11010519491231002X, 110105194912310020, ID,     READER_STATEMENT+POPULATION_REGISTRY,           VOUCHED
            RESIDENCE_PERMIT_HK_MACAO,          810000199408230021, 830000199408230021, ID,     READER_STATEMENT+POPULATION_REGISTRY,           VOUCHED
            RESIDENCE_PERMIT_TAIWAN,            830000199201300022, 810000199408230021, ID,     READER_STATEMENT+POPULATION_REGISTRY,           VOUCHED
            FOREIGN_PERMANENT_RESIDENT_ID,      911124198108030024, 911124198108030020, ID,     READER_STATEMENT+POPULATION_REGISTRY,           VOUCHED
            FOREIGN_PERMANENT_RESIDENT_ID_2017, USA110000000000,    US1110000000000,    ID,     READER_STATEMENT+POPULATION_REGISTRY,           VOUCHED
            TRAVEL_PERMIT_HK_MACAO,             H12345678,          C12345678,          TRAVEL, ICAO_CHIP+READER_STATEMENT+POPULATION_REGISTRY, PROVEN
            TRAVEL_PERMIT_TAIWAN,               12345678,           123456789,          TRAVEL, ICAO_CHIP+READER_STATEMENT+POPULATION_REGISTRY, PROVEN
            PASSPORT,                           EA1234567,          EO1234567,          TRAVEL, ICAO_CHIP+POPULATION_REGISTRY,                  PROVEN
            """;

    @ParameterizedTest
    @CsvSource(textBlock = ROWS)
    void isAsTheTableHasIt(
            DocumentType type, String good, String bad, ChipClass chip, String routes, AssuranceLevel level) {
        assertThat(DocumentNumber.parse(type, good, TODAY)).isPresent();
        assertThat(DocumentNumber.parse(type, bad, TODAY)).isEmpty();
        assertThat(type.chipClass()).isEqualTo(chip);
        assertThat(Arrays.stream(EvidenceRoute.values()).filter(type::takes).map(Enum::name))
                .containsExactly(routes.split("[+]"));
        assertThat(type.assurance()).isEqualTo(level);
    }

    @Test
    void everyEntryHasARow() {
        assertThat(ROWS.lines().map(row -> row.split(",")[0].strip()))
                .containsExactlyElementsOf(
                        Arrays.stream(DocumentType.values()).map(Enum::name).toList());
    }

    @ParameterizedTest
    @EnumSource(DocumentType.class)
    void itsLevelIsTheBestThatItsWaysReach(DocumentType type) {
        assertThat(Arrays.stream(EvidenceRoute.values())
                        .filter(type::takes)
                        .flatMap(route -> route.strongest().stream())
                        .map(VerifiedDocument.ChipProof::level)
                        .max(Comparator.naturalOrder()))
                .contains(type.assurance());
    }

    @ParameterizedTest
    @EnumSource(DocumentType.class)
    void itHasAnIcaoChipExactlyWhenItIsATravelDocument(DocumentType type) {
        assertThat(type.takes(EvidenceRoute.ICAO_CHIP)).isEqualTo(type.chipClass() == ChipClass.TRAVEL);
    }

    @ParameterizedTest
    @EnumSource(DocumentType.class)
    void itHasANameOfItsOwnInEachLanguage(DocumentType type) {
        LocalisedName name = type.displayName();
        assertThat(name.en()).isNotBlank().matches("[ -~]+");
        assertThat(name.zhHans()).containsPattern("\\p{IsHan}{4}");
        assertThat(name.zhHant()).containsPattern("\\p{IsHan}{4}");
        assertThat(Arrays.stream(DocumentType.values())
                        .filter(other -> other != type)
                        .map(DocumentType::displayName))
                .noneMatch(other -> other.en().equals(name.en())
                        || other.zhHans().equals(name.zhHans())
                        || other.zhHant().equals(name.zhHant()));
    }
}
