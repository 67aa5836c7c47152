package org.cyberspaceid.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.cyberspaceid.core.document.DocumentCheck;
import org.cyberspaceid.core.document.DocumentCheck.Verdict;
import org.cyberspaceid.core.document.DocumentVerdict;
import org.cyberspaceid.core.document.DocumentVerdict.Accepted;
import org.cyberspaceid.core.document.DocumentVerdict.Refused;
import org.cyberspaceid.core.document.PersonReference;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.core.registry.RegistryAnswer;
import org.cyberspaceid.core.registry.RegistryAnswer.Confirmed;
import org.cyberspaceid.core.registry.RegistryAnswer.Denied;
import org.cyberspaceid.core.registry.RegistryAnswer.NotAsked;
import org.cyberspaceid.core.registry.RegistryAnswer.Unavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegistryCheckTest {
    private static final Accepted GENUINE =
            new Accepted(States.card(), new byte[] {1}, Map.of(DocumentCheck.STATEMENT, Verdict.SUCCESS));

    @Test
    void aYesIsACheckThatSucceededAndMayNameThePerson() {
        PersonReference person = new PersonReference("registry", "p-1");
        Accepted accepted = (Accepted) verdict(new Confirmed(Optional.of(person)));
        assertThat(accepted.person()).contains(person);
        assertThat(accepted.document()).isEqualTo(GENUINE.document());
        assertThat(accepted.checks())
                .containsEntry(DocumentCheck.STATEMENT, Verdict.SUCCESS)
                .containsEntry(DocumentCheck.POPULATION_REGISTRY, Verdict.SUCCESS);
    }

    @ParameterizedTest
    @EnumSource
    void everyNoRefusesAndTheReasonIsNotTold(RegistryAnswer.Reason reason) {
        assertRefused(new Denied(reason), Problem.DOCUMENT_NOT_CONFIRMED, Verdict.FAILED);
    }

    @Test
    void noAnswerIsNoYesAndNoNo() {
        assertRefused(new Unavailable(), Problem.REGISTRY_UNAVAILABLE, Verdict.UNDETERMINED);
    }

    @Test
    void withoutARegistryTheDocumentGoesOnAndTheVerdictSaysSo() {
        Accepted accepted = (Accepted) verdict(new NotAsked());
        assertThat(accepted.person()).isEmpty();
        assertThat(accepted.checks()).containsEntry(DocumentCheck.POPULATION_REGISTRY, Verdict.NOT_PERFORMED);
    }

    private static void assertRefused(RegistryAnswer answer, Problem problem, Verdict check) {
        assertThat(verdict(answer)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.problem()).isEqualTo(problem);
            assertThat(refused.checks()).containsEntry(DocumentCheck.POPULATION_REGISTRY, check);
        });
    }

    private static DocumentVerdict verdict(RegistryAnswer answer) {
        return new RegistryCheck(document -> answer).of(GENUINE);
    }
}
