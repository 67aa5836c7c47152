package org.cyberspaceid.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatinNameTest {
    @ParameterizedTest
    @CsvSource({
        "WANG XIAOMING, WANG<<XIAOMING",
        "Müller Änne-Marie, MULLER<<ANNE<MARIE",
        "'DA SILVA, MARIA JOSE', DA<SILVA<<MARIA<JOSE",
        "王小明, X",
        "MADONNA, MADONNA",
    })
    void isWrittenByTheRulesOfTheZone(String name, String inMrz) {
        assertThat(LatinName.inMrz(name)).isEqualTo(inMrz);
    }
}
