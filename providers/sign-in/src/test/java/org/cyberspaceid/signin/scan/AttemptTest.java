package org.cyberspaceid.signin.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.cyberspaceid.signin.scan.Attempt.Stage;
import org.junit.jupiter.api.Test;

class AttemptTest {
    private static final Instant START = Instant.parse("2026-11-29T04:00:00Z");
    private static final Attempt FRESH = new Attempt(
            "books", "books.example", "42", "Chrome", "Windows", START.getEpochSecond(), Stage.WAITING, null);

    @Test
    void canBeAnsweredForTwoMinutes() {
        assertThat(Attempt.LIFE).isEqualTo(Duration.ofMinutes(2));
        assertThat(FRESH.isOpenAt(START.plusSeconds(119))).isTrue();
        assertThat(FRESH.isOpenAt(START.plusSeconds(120))).isFalse();
        assertThat(FRESH.isOverAt(START.plusSeconds(119))).isFalse();
        assertThat(FRESH.isOverAt(START.plusSeconds(120))).isTrue();
    }

    @Test
    void anEndIsAnEnd() {
        for (Stage end : Set.of(Stage.APPROVED, Stage.REFUSED, Stage.NUMBER_WRONG)) {
            assertThat(FRESH.at(end, "anna").isOpenAt(START)).as(end.name()).isFalse();
            assertThat(ScanPages.visible(end)).as("what the script is told").isEqualTo("ended");
        }
        assertThat(FRESH.at(Stage.OPENED, "anna").isOpenAt(START)).isTrue();
    }

    @Test
    void belongsToWhoeverOpenedItFirst() {
        assertThat(FRESH.isFor("anna")).isTrue();
        assertThat(FRESH.at(Stage.OPENED, "anna").isFor("anna")).isTrue();
        assertThat(FRESH.at(Stage.OPENED, "anna").isFor("bert")).isFalse();
    }

    @Test
    void saysNothingOfItselfInALog() {
        assertThat(FRESH.at(Stage.OPENED, "anna")).hasToString("Attempt[sealed]");
    }

    @Test
    void theNumberHasTwoDigitsAndIsCompared() {
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < 5000; i++) {
            numbers.add(MatchingNumber.fresh());
        }
        assertThat(numbers).hasSize(90).allMatch(number -> number.matches("[1-9][0-9]"));
        for (String right : Set.of("42", " 4 2 ", "４２")) {
            assertThat(MatchingNumber.matches("42", right)).as(right).isTrue();
        }
        for (String wrong : Set.of("", "4", "24", "042", "142", "42.0")) {
            assertThat(MatchingNumber.matches("42", wrong)).as(wrong).isFalse();
        }
        assertThat(MatchingNumber.isMissing(null)).isTrue();
        assertThat(MatchingNumber.isMissing(" ")).isTrue();
    }

    @Test
    void aBrowserIsTheFamilyOnly() {
        assertThat(Place.withoutVersion("Chrome/156.0.8078")).isEqualTo("Chrome");
        assertThat(Place.withoutVersion("Mac OS X")).isEqualTo("Mac OS X");
        assertThat(Place.withoutVersion("Other/Unknown")).isEmpty();
    }
}
