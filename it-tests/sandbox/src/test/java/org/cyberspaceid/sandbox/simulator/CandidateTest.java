package org.cyberspaceid.sandbox.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cyberspaceid.core.claims.BooleanClaim;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.password.EightDigitPassword;
import org.junit.jupiter.api.Test;

class CandidateTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    @Test
    void anOrdinaryAdultComesFirst() {
        Candidate first = candidate(Map.of());

        assertThat(first.type()).isEqualTo(DocumentType.RESIDENT_ID_CARD);
        assertThat(first.obstacle()).isEmpty();
        assertThat(first.answers(TODAY))
                .containsEntry("identity_verified", true)
                .containsEntry("age_over_18", true);
    }

    @Test
    void aChipWithoutProofIsFoundWhereIdentityShallNotBeVerified() {
        Candidate found = candidate(Map.of("identity_verified", false));

        assertThat(found.obstacle()).isEmpty();
        assertThat(found.protectedChip()).isFalse();
    }

    @Test
    void aRefusalSaysWhy() {
        assertThat(candidate(Map.of("age_over_18", false)).obstacle()).contains(Refusal.MINORS_CANNOT_ENROL);
        assertThat(candidate(Map.of("phone_number_verified", false)).obstacle())
                .contains(Refusal.MOBILE_ALWAYS_VERIFIED);
    }

    @Test
    void anAnswerThatIsUnknownCanBeAskedFor() {
        Candidate found = candidate(Collections.singletonMap("mainland_resident", null));

        assertThat(found.obstacle()).isEmpty();
        assertThat(found.answers(TODAY)).doesNotContainKey("mainland_resident");
    }

    @Test
    void everyClaimCanBeHadTrue() {
        for (BooleanClaim claim : BooleanClaim.values()) {
            assertThat(candidate(Map.of(claim.claimName(), true)).obstacle())
                    .as(claim.claimName())
                    .isEmpty();
        }
    }

    @Test
    void whatContradictsItselfIsNobodys() {
        assertThat(Simulator.candidate(Map.of("age_over_14", false, "age_over_18", true), TODAY))
                .isEmpty();
        assertThat(Simulator.candidate(Map.of("mainland_resident", false), TODAY))
                .isEmpty();
        assertThat(candidate(Map.of("mainland_resident", true, "identity_verified", false))
                        .obstacle())
                .contains(Refusal.CARDS_ALWAYS_PROVE_IDENTITY);
    }

    @Test
    void eachIsSomebodyElseWithARightfulPassword() {
        Set<String> mobiles = new HashSet<>();
        for (int at = 0; at < Candidate.ALL.size(); at++) {
            assertThat(mobiles.add(Simulator.mobile(at))).isTrue();
            LocalDate born = Candidate.ALL.get(at).birthDate(TODAY);
            assertThat(EightDigitPassword.check(Simulator.PASSWORD, born, List.of(Simulator.mobile(at))))
                    .isEmpty();
        }
        List<String> ids = Candidate.ALL.stream()
                .filter(c -> c.obstacle().isEmpty())
                .map(Candidate::id)
                .toList();
        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(10);
    }

    @Test
    void everyErrorHasAName() {
        assertThat(Simulator.errors()).doesNotHaveDuplicates().contains("access_denied", "login_required");
    }

    private static Candidate candidate(Map<String, Boolean> wanted) {
        return Simulator.candidate(wanted, TODAY).orElseThrow();
    }
}
