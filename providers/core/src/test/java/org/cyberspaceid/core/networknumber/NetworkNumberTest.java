package org.cyberspaceid.core.networknumber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NetworkNumberTest {
    private final Random random = new Random(7);

    @Test
    void has26CharactersOfCrockfordsAlphabet() {
        assertThat(fresh().value()).matches("[0-9A-HJKMNP-TV-Z]{26}");
    }

    @Test
    void everySubstitutionIsFound() {
        String good = fresh().value();
        for (int at = 0; at < good.length(); at++) {
            for (char other : Crockford.ALPHABET.toCharArray()) {
                if (other != good.charAt(at)) {
                    String bad = good.substring(0, at) + other + good.substring(at + 1);
                    assertThat(CheckCharacter.isValid(bad)).as(bad).isFalse();
                }
            }
        }
    }

    @Test
    void nearlyEveryAdjacentTranspositionIsFound() {
        int tried = 0;
        int missed = 0;
        for (int n = 0; n < 2_000; n++) {
            String good = fresh().value();
            for (int at = 0; at + 1 < good.length(); at++) {
                if (good.charAt(at) != good.charAt(at + 1)) {
                    tried++;
                    missed += CheckCharacter.isValid(swapped(good, at)) ? 1 : 0;
                }
            }
        }
        assertThat((double) missed / tried).isLessThan(0.002);
    }

    @Test
    void readsWhatPeopleType() {
        NetworkNumber number = NetworkNumber.of(new byte[16]);
        assertThat(NetworkNumber.parse(
                        "ooooo-ooooo-ooooo-ooooo ooooo " + number.value().charAt(25)))
                .contains(number);
        assertThat(NetworkNumber.parse("not a number")).isEmpty();
        assertThat(NetworkNumber.parse(number.grouped())).contains(number);
    }

    @Test
    void refusesAWrongCheckCharacter() {
        String good = fresh().value();
        String bad = good.substring(0, 25) + (good.charAt(25) == '0' ? '1' : '0');
        assertThatThrownBy(() -> new NetworkNumber(bad)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsAHelpDeskWhetherItWasTypedRight() {
        String good = fresh().grouped().toLowerCase(java.util.Locale.ROOT);
        assertThat(NetworkNumber.check(good)).isTrue();
        assertThat(NetworkNumber.check(good.substring(1))).isFalse();
        assertThat(NetworkNumber.check("")).isFalse();
    }

    private NetworkNumber fresh() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return NetworkNumber.of(bytes);
    }

    private static String swapped(String value, int at) {
        return value.substring(0, at) + value.charAt(at + 1) + value.charAt(at) + value.substring(at + 2);
    }
}
