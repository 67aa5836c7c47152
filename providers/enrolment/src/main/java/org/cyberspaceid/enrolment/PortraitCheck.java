package org.cyberspaceid.enrolment;

import java.time.Clock;
import java.util.Optional;
import org.cyberspaceid.core.document.Age;
import org.cyberspaceid.core.document.DocumentVerdict;
import org.cyberspaceid.core.face.FaceService;
import org.cyberspaceid.core.face.FaceService.TemplateResult;
import org.cyberspaceid.core.outcome.Problem;

/**
 * After a genuine document: the holder's age, the population registry's word, and the template of the portrait. The portrait goes to
 * the worker and nowhere else, and only when the document counts.
 */
final class PortraitCheck {
    private final RegistryCheck registry;
    private final FaceService faces;
    private final Clock clock;

    PortraitCheck(RegistryCheck registry, FaceService faces, Clock clock) {
        this.registry = registry;
        this.faces = faces;
        this.clock = clock;
    }

    ReadingOutcome of(DocumentVerdict.Accepted genuine) {
        Optional<Problem> tooYoung = AgeGate.check(genuine.document().birthDate(), Age.today(clock));
        if (tooYoung.isPresent()) {
            return new ReadingOutcome.Refused(tooYoung.get());
        }
        DocumentVerdict verdict = registry.of(genuine);
        return verdict instanceof DocumentVerdict.Accepted accepted
                ? portrait(accepted)
                : new ReadingOutcome.Refused(((DocumentVerdict.Refused) verdict).problem());
    }

    private ReadingOutcome portrait(DocumentVerdict.Accepted accepted) {
        TemplateResult result = faces.embedPortrait(accepted.portrait());
        if (result instanceof TemplateResult.Made made) {
            return new ReadingOutcome.Verified(DocumentState.of(accepted), made.template());
        }
        return new ReadingOutcome.Refused(
                result instanceof TemplateResult.Unavailable
                        ? Problem.FACE_SERVICE_UNAVAILABLE
                        : Problem.PORTRAIT_UNUSABLE);
    }
}
