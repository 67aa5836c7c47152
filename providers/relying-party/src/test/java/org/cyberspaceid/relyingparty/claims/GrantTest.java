package org.cyberspaceid.relyingparty.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrantTest {
    @Test
    void comesBackFromItsNote() {
        Grant grant = new Grant(Set.of("number", "age_over_18"), Set.of("name"));
        assertThat(grant.toNote()).isEqualTo("age_over_18 number|name");
        assertThat(Grant.ofNote(grant.toNote())).contains(grant);
        assertThat(Grant.ofNote(new Grant(Set.of(), Set.of()).toNote())).contains(new Grant(Set.of(), Set.of()));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "number", "number|name|mobile", "number|张三", "a\"b|"})
    void readsNothingOfAnythingElse(String note) {
        assertThat(Grant.ofNote(note)).isEmpty();
    }

    @Test
    void takesNoValueOfAPerson() {
        assertThatThrownBy(() -> new Grant(Set.of("number"), Set.of("张三")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("张三");
    }
}
