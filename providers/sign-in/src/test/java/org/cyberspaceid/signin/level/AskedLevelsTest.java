package org.cyberspaceid.signin.level;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which level the flow goes for; what becomes of it, the flow tests show. */
class AskedLevelsTest {
    private static final Map<String, Integer> LEVELS = Map.of("password", 1, "face", 2);

    @Test
    void theFirstThatTheRealmKnowsInTheIspsOrder() {
        assertThat(AskedLevels.first(List.of("face", "password"), LEVELS)).contains(2);
        assertThat(AskedLevels.first(List.of("password", "face"), LEVELS)).contains(1);
        assertThat(AskedLevels.first(List.of("nonsense", "face"), LEVELS)).contains(2);
    }

    @Test
    void whoNamesNoneOfThemGetsTheLeastAndWhoNamesNothingWhatKeycloakGives() {
        assertThat(AskedLevels.first(List.of("2", "nonsense"), LEVELS)).contains(1);
        assertThat(AskedLevels.first(List.of(), LEVELS)).isEmpty();
    }
}
