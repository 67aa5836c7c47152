package org.cyberspaceid.signin.level;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EssentialLevelsTest {
    private static final Set<String> KNOWN = Set.of("password");

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "no json",
                "[]",
                "{}",
                "{\"id_token\":null}",
                "{\"id_token\":{\"acr\":null}}",
                "{\"id_token\":{\"acr\":{\"essential\":true}}}",
                "{\"id_token\":{\"acr\":{\"values\":[\"face\"]}}}",
                "{\"userinfo\":{\"acr\":{\"essential\":true,\"values\":[\"face\"]}}}"
            })
    void nothingIsEssential(String claims) {
        assertThat(EssentialLevels.in(claims)).isEmpty();
    }

    @Test
    void oneThatIsKnownIsEnough() {
        assertThat(in("\"values\":[\"face\",\"password\"]").canBeMetBy(KNOWN)).isTrue();
        assertThat(in("\"value\":\"password\"").canBeMetBy(KNOWN)).isTrue();
    }

    @Test
    void noneThatIsKnownIsUnmetAlsoAsANumber() {
        assertThat(in("\"values\":[\"face\",\"1\"]").canBeMetBy(KNOWN)).isFalse();
        assertThat(in("\"value\":\"face\"").canBeMetBy(KNOWN)).isFalse();
    }

    @Test
    void unknownOnesAreLeftOutAndTheRestOfTheRequestStays() {
        assertThat(EssentialLevels.in("{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"face\",\"password\"]},"
                                + "\"auth_time\":null},\"userinfo\":{\"age_over_18\":null}}")
                        .orElseThrow()
                        .withoutUnknown(KNOWN))
                .contains("{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"password\"]},\"auth_time\":null},"
                        + "\"userinfo\":{\"age_over_18\":null}}");
    }

    @Test
    void aListOfKnownOnesIsNotTouched() {
        assertThat(in("\"values\":[\"password\"]").withoutUnknown(KNOWN)).isEmpty();
        assertThat(in("\"values\":[\"face\"]").withoutUnknown(KNOWN)).isEmpty();
    }

    private static EssentialLevels in(String values) {
        return EssentialLevels.in("{\"id_token\":{\"acr\":{\"essential\":true," + values + "}}}")
                .orElseThrow();
    }
}
