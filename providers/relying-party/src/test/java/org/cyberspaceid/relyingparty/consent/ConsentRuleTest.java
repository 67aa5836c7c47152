package org.cyberspaceid.relyingparty.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cyberspaceid.core.consent.Consent;
import org.junit.jupiter.api.Test;

class ConsentRuleTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final LocalDate LAST_DAY = LocalDate.of(2027, 11, 30);
    private static final Item AGE = new Item("age_over_18", false);
    private static final Item ESSENTIAL_AGE = new Item("age_over_18", true);
    private static final Item VERIFIED = new Item("identity_verified", false);
    private static final List<Item> ASKED = List.of(Item.NUMBER, AGE, VERIFIED);

    @Test
    void whoWasNeverHereIsAskedEverything() {
        assertThat(open(ASKED, Optional.empty(), false)).hasValueSatisfying(question -> {
            assertThat(question.open()).isEqualTo(ASKED);
            assertThat(question.settled()).isEmpty();
        });
    }

    @Test
    void whatWasAnsweredIsNotAskedAgainNeitherYesNorNo() {
        assertThat(open(ASKED, remembered(Set.of("number", "age_over_18"), Set.of("identity_verified")), false))
                .isEmpty();
    }

    @Test
    void somethingNewIsAskedAlone() {
        assertThat(open(ASKED, remembered(Set.of("number", "age_over_18"), Set.of()), false))
                .hasValueSatisfying(question -> {
                    assertThat(question.open()).containsExactly(VERIFIED);
                    assertThat(question.settled()).containsExactly(Item.NUMBER, AGE);
                });
    }

    @Test
    void whatWasDeclinedIsAskedAgainOnceItIsEssential() {
        Optional<Consent> declined = remembered(Set.of("number"), Set.of("age_over_18"));
        assertThat(open(List.of(Item.NUMBER, AGE), declined, false)).isEmpty();
        assertThat(open(List.of(Item.NUMBER, ESSENTIAL_AGE), declined, false)).hasValueSatisfying(question -> {
            assertThat(question.open()).containsExactly(ESSENTIAL_AGE);
            assertThat(question.hasEssentialClaims()).isTrue();
        });
    }

    @Test
    void anIspThatWantsToHearItAgainGetsTheWholePage() {
        assertThat(open(ASKED, remembered(Set.of("number", "age_over_18"), Set.of("identity_verified")), true))
                .hasValueSatisfying(question -> {
                    assertThat(question.open()).isEqualTo(ASKED);
                    assertThat(question.offeredTicked(AGE)).isTrue();
                    assertThat(question.offeredTicked(VERIFIED)).isFalse();
                });
    }

    @Test
    void aConsentHoldsOnItsLastDayAndNotAfter() {
        Optional<Consent> kept = remembered(Set.of("number", "age_over_18", "identity_verified"), Set.of());
        assertThat(ConsentRule.open(ASKED, kept, false, LAST_DAY)).isEmpty();
        assertThat(ConsentRule.open(ASKED, kept, false, LAST_DAY.plusDays(1))).hasValueSatisfying(question -> {
            assertThat(question.open()).isEqualTo(ASKED);
            assertThat(question.remembered()).isEmpty();
        });
    }

    @Test
    void itHoldsToTheEndOfTheMonthAYearFromNow() {
        assertThat(ConsentRule.until(TODAY)).isEqualTo(LAST_DAY);
        assertThat(ConsentRule.until(LocalDate.of(2027, 2, 28))).isEqualTo(LocalDate.of(2028, 2, 29));
    }

    @Test
    void agreeingKeepsWhatTheQuestionWasNotAbout() {
        Optional<Consent> before = remembered(Set.of("number", "age_over_18"), Set.of("phone_number_verified"));
        Question question = open(ASKED, before, false).orElseThrow();

        assertThat(ConsentRule.agree(question, Set.of(), TODAY))
                .isEqualTo(new Consent(
                        Set.of("number", "age_over_18"),
                        Set.of("phone_number_verified", "identity_verified"),
                        LAST_DAY));
        assertThat(ConsentRule.agree(question, Set.of("identity_verified", "name"), TODAY))
                .as("a tick that no page offered counts for nothing")
                .isEqualTo(new Consent(
                        Set.of("number", "age_over_18", "identity_verified"),
                        Set.of("phone_number_verified"),
                        LAST_DAY));
    }

    @Test
    void anAnswerReplacesTheOneBefore() {
        Optional<Consent> before = remembered(Set.of("number", "age_over_18"), Set.of("identity_verified"));
        Question question = open(ASKED, before, true).orElseThrow();

        assertThat(ConsentRule.agree(question, Set.of("identity_verified"), TODAY))
                .isEqualTo(new Consent(Set.of("number", "identity_verified"), Set.of("age_over_18"), LAST_DAY));
    }

    @Test
    void essentialItemsAreAgreedToByAgreeing() {
        Question question = open(List.of(Item.NUMBER, ESSENTIAL_AGE), Optional.empty(), false)
                .orElseThrow();

        assertThat(ConsentRule.agree(question, Set.of(), TODAY).agreed())
                .containsExactlyInAnyOrder("number", "age_over_18");
        assertThat(Refusal.of(question)).isEqualTo(Refusal.ESSENTIAL_CLAIM_DECLINED);
    }

    @Test
    void refusingWithoutAnythingEssentialIsSaidSo() {
        assertThat(Refusal.of(open(ASKED, Optional.empty(), false).orElseThrow()))
                .isEqualTo(Refusal.CONSENT_DECLINED);
    }

    @Test
    void theIspGetsWhatItAsksAndThePersonAgreedTo() {
        Consent consent = new Consent(Set.of("number", "age_over_18", "phone_number_verified"), Set.of(), LAST_DAY);
        assertThat(ConsentRule.granted(ASKED, consent)).containsExactlyInAnyOrder("number", "age_over_18");
    }

    private static Optional<Question> open(List<Item> asked, Optional<Consent> kept, boolean anew) {
        return ConsentRule.open(asked, kept, anew, TODAY);
    }

    private static Optional<Consent> remembered(Set<String> agreed, Set<String> declined) {
        return Optional.of(new Consent(agreed, declined, LAST_DAY));
    }
}
