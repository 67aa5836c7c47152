package org.cyberspaceid.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cyberspaceid.core.document.DocumentVerdict;
import org.cyberspaceid.core.document.PersonReference;
import org.cyberspaceid.core.document.VerifiedDocument;
import org.cyberspaceid.core.face.FaceService;
import org.cyberspaceid.core.face.FaceTemplate;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.core.registry.RegistryAnswer;
import org.junit.jupiter.api.Test;

class PortraitCheckTest {
    private static final byte[] PORTRAIT = {1, 2, 3};

    private final List<VerifiedDocument> asked = new ArrayList<>();
    private RegistryAnswer registrySays = new RegistryAnswer.NotAsked();
    private int portraitsSeen;

    @Test
    void aGenuineDocumentOfAnAdultWaitsWithItsTemplateAndWithoutThePortrait() {
        ReadingOutcome outcome = check(States.card(), new FaceService.TemplateResult.Made(States.TEMPLATE));
        EnrolmentState before = States.begun().withReading(ReadingState.waiting("h", 1));

        EnrolmentState after = outcome.applyTo(before, before.reading());

        assertThat(after.reading().phase()).isEqualTo(ReadingState.Phase.DONE);
        assertThat(after.document().verified()).isEqualTo(States.card());
        assertThat(after.face().reference().embedding()).isEqualTo(States.TEMPLATE.embedding());
        assertThat(after.documentDone()).isFalse();
    }

    @Test
    void aChildLeavesNothingAndThePortraitIsNotEvenSent() {
        VerifiedDocument adult = States.card();
        VerifiedDocument child = new VerifiedDocument(
                adult.number(), adult.name(), LocalDate.of(2015, 1, 1), adult.expiresOn(), adult.chipProof());
        EnrolmentState before = States.begun().withReading(ReadingState.waiting("h", 1));

        EnrolmentState after = check(child, new FaceService.TemplateResult.Made(States.TEMPLATE))
                .applyTo(before, before.reading());

        assertThat(after.reading().problem()).isEqualTo(Problem.GUARDIAN_REQUIRED);
        assertThat(after.document()).isNull();
        assertThat(after.face()).isNull();
        assertThat(portraitsSeen).isZero();
        assertThat(asked).as("what the registry learned").isEmpty();
    }

    @Test
    void thePortraitOfADocumentThatTheRegistryDeniesIsNotSent() {
        registrySays = new RegistryAnswer.Denied(RegistryAnswer.Reason.NOT_VALID);
        assertThat(check(States.card(), new FaceService.TemplateResult.Made(States.TEMPLATE)))
                .isEqualTo(new ReadingOutcome.Refused(Problem.DOCUMENT_NOT_CONFIRMED));
        assertThat(asked).containsExactly(States.card());
        assertThat(portraitsSeen).isZero();
    }

    @Test
    void aRegistryThatIsAwayKeepsTheJourneyAndConfirmsNothing() {
        registrySays = new RegistryAnswer.Unavailable();
        EnrolmentState before = States.begun().withReading(ReadingState.waiting("h", 1));
        EnrolmentState after = check(States.card(), new FaceService.TemplateResult.Made(States.TEMPLATE))
                .applyTo(before, before.reading());
        assertThat(after.reading().problem()).isEqualTo(Problem.REGISTRY_UNAVAILABLE);
        assertThat(after.document()).isNull();
        assertThat(after.faceConsented()).isTrue();
    }

    @Test
    void theRegistrysReferenceWaitsWithTheDocument() {
        PersonReference reference = new PersonReference("registry", "p-1");
        registrySays = new RegistryAnswer.Confirmed(Optional.of(reference));
        EnrolmentState before = States.begun().withReading(ReadingState.waiting("h", 1));
        EnrolmentState after = check(States.card(), new FaceService.TemplateResult.Made(States.TEMPLATE))
                .applyTo(before, before.reading());
        assertThat(after.document().person()).isEqualTo(reference);
        assertThat(after.document().confirm().person()).isEqualTo(reference);
    }

    @Test
    void everyPortraitTheWorkerRefusesIsAnUnusablePortrait() {
        assertThat(check(States.card(), new FaceService.TemplateResult.Refused(Problem.FACE_SEVERAL)))
                .isEqualTo(new ReadingOutcome.Refused(Problem.PORTRAIT_UNUSABLE));
    }

    @Test
    void aWorkerThatIsAwayIsNotThePersonsFault() {
        assertThat(check(States.card(), new FaceService.TemplateResult.Unavailable(Duration.ofSeconds(5))))
                .isEqualTo(new ReadingOutcome.Refused(Problem.FACE_SERVICE_UNAVAILABLE));
    }

    @Test
    void aVerdictForALinkThatWasReplacedChangesNothing() {
        EnrolmentState now = States.begun().withReading(ReadingState.waiting("newer", 1));

        EnrolmentState after =
                new ReadingOutcome.Refused(Problem.DOCUMENT_TAMPERED).applyTo(now, ReadingState.waiting("older", 1));

        assertThat(after).isEqualTo(now);
    }

    private ReadingOutcome check(VerifiedDocument document, FaceService.TemplateResult result) {
        States.MovingClock clock = new States.MovingClock();
        RegistryCheck registry = new RegistryCheck(asking -> {
            asked.add(asking);
            return registrySays;
        });
        return new PortraitCheck(registry, new Fixed(result), clock)
                .of(new DocumentVerdict.Accepted(document, PORTRAIT, Map.of()));
    }

    private final class Fixed implements FaceService {
        private final TemplateResult result;

        Fixed(TemplateResult result) {
            this.result = result;
        }

        @Override
        public TemplateResult embedPortrait(byte[] portrait) {
            portraitsSeen++;
            return result;
        }

        @Override
        public ChallengeStep beginChallenge(FaceTemplate reference) {
            return new ChallengeStep.Failed(Problem.FACE_NONE);
        }

        @Override
        public ChallengeStep judgeFrame(byte[] state, byte[] frame) {
            return new ChallengeStep.Failed(Problem.FACE_NONE);
        }
    }
}
