package org.cyberspaceid.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentNumberTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource({
        "RESIDENT_ID_CARD, 11010519491231002X",
        "RESIDENT_ID_CARD, 440524188001010014",
        "RESIDENT_ID_CARD, ' 11010519491231002x '",
        "RESIDENCE_PERMIT_HK_MACAO, 810000199408230021",
        "RESIDENCE_PERMIT_TAIWAN, 830000199201300022",
        "FOREIGN_PERMANENT_RESIDENT_ID_2017, USA110000000000",
        "TRAVEL_PERMIT_HK_MACAO, H12345678",
        "TRAVEL_PERMIT_HK_MACAO, M1234567801",
        "TRAVEL_PERMIT_TAIWAN, 12345678",
        "PASSPORT, E12345678",
        "PASSPORT, EA1234567",
        "PASSPORT, G12345678",
    })
    void acceptsWhatFollowsTheRule(DocumentType type, String number) {
        assertThat(DocumentNumber.parse(type, number, TODAY)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110105194912310021", // check character
                "11010519491331002X", // month 13
                "110105491231002", // the 15-digit form
                "91010519491231002X", // region
                "810000199408230021", // a residence permit's number
                "11010520991231002X", // not born yet
                "",
                "１１０１０５１９４９１２３１００２Ｘ", // full-width digits
            })
    void refusesWhatDoesNot(String number) {
        assertThat(DocumentNumber.parse(DocumentType.RESIDENT_ID_CARD, number, TODAY))
                .isEmpty();
    }

    @Test
    void isSilentAsText() {
        assertThat(DocumentNumber.parse(DocumentType.PASSPORT, "E12345678", TODAY)
                        .orElseThrow())
                .hasToString("DocumentNumber[passport]");
    }
}
