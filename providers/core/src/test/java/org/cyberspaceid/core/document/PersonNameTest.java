package org.cyberspaceid.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {
    @ParameterizedTest
    @CsvSource({"王小明, **明", "李, *", "欧阳, *阳", "MARIA DA SILVA, M*** D*** S***"})
    void isMaskedOnPagesAndInText(String name, String masked) {
        PersonName person = new PersonName(name, Optional.empty());
        assertThat(person.masked()).isEqualTo(masked);
        assertThat(person.toString()).doesNotContain(name);
    }
}
