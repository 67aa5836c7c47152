package org.cyberspaceid.document.icao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.cyberspaceid.document.format.MalformedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MrzTest {
    /** The specimens of ICAO 9303-4, 9303-5 and 9303-6, appendix B. */
    private static final String TD3 =
            "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10";

    private static final String TD1 =
            "I<UTOD231458907<<<<<<<<<<<<<<<7408122F1204159UTO<<<<<<<<<<<6ERIKSSON<<ANNA<MARIA<<<<<<<<<<";
    private static final String TD2 = "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<D231458907UTO7408122F1204159<<<<<<<6";
    /** ICAO 9303-5, 4.2.2 note j: a number of twelve characters. */
    private static final String TD1_LONG =
            "I<UTOD23145890<7349<<<<<<<<<<<3407127M9507122UTO<<<<<<<<<<<2STEVENSON<<PETER<JOHN<<<<<<<<<";

    @ParameterizedTest
    @ValueSource(strings = {TD1, TD2, TD3, TD1_LONG})
    void readsTheSpecimens(String zone) {
        assertThat(mrz(zone).checkDigitsHold()).isTrue();
        assertThat(mrz(zone).issuingState()).isEqualTo("UTO");
    }

    @Test
    void readsTheFields() {
        assertThat(mrz(TD3).documentNumber()).isEqualTo("L898902C3");
        assertThat(mrz(TD3).documentCode()).isEqualTo("P");
        assertThat(mrz(TD3).name()).isEqualTo("ERIKSSON ANNA MARIA");
        assertThat(mrz(TD3).birthDate()).isEqualTo("740812");
        assertThat(mrz(TD3).expiry()).isEqualTo("120415");
        assertThat(mrz(TD1_LONG).documentNumber()).isEqualTo("D23145890734");
        assertThat(mrz(TD1_LONG).name()).isEqualTo("STEVENSON PETER JOHN");
    }

    @ParameterizedTest
    @CsvSource({"44, M", "57, 8", "53, 7", "63, 3", "66, 3", "71, 8", "73, F", "86, 2", "87, 1"})
    void findsEachWrongCharacter(int at, char other) {
        assertThat(mrz(TD3.substring(0, at) + other + TD3.substring(at + 1)).checkDigitsHold())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "P<UTO",
                "p<utoeriksson<<anna<maria<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10"
            })
    void refusesOtherLengthsAndAlphabets(String zone) {
        assertThatThrownBy(() -> mrz(zone)).isInstanceOf(MalformedException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "261122, 2026-11-22",
        "261123, 1926-11-23",
        "270101, 1927-01-01",
        "000229, 2000-02-29",
        "991231, 1999-12-31",
    })
    void aBirthDateLiesInThePast(String yymmdd, LocalDate date) {
        assertThat(MrzDates.birth(yymmdd, LocalDate.of(2026, 11, 22))).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({
        "261121, 2026-11-21",
        "360101, 2036-01-01",
        "761122, 2076-11-22",
        "761123, 1976-11-23",
        "990101, 1999-01-01"
    })
    void anExpiryLiesWithinHalfACentury(String yymmdd, LocalDate date) {
        assertThat(MrzDates.expiry(yymmdd, LocalDate.of(2026, 11, 22))).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"900230", "901301", "900100", "99<<<<", "<<<<<<"})
    void refusesDaysThatDoNotExist(String yymmdd) {
        assertThatThrownBy(() -> MrzDates.birth(yymmdd, LocalDate.of(2026, 11, 22)))
                .isInstanceOf(RuntimeException.class);
    }

    private static Mrz mrz(String zone) {
        ByteArrayOutputStream dg1 = new ByteArrayOutputStream();
        dg1.writeBytes(new byte[] {0x61, (byte) (zone.length() + 3), 0x5F, 0x1F, (byte) zone.length()});
        dg1.writeBytes(zone.getBytes(StandardCharsets.US_ASCII));
        return Mrz.parse(dg1.toByteArray());
    }
}
