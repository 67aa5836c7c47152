package org.cyberspaceid.enrolment;

import java.time.Clock;
import java.util.Optional;
import org.cyberspaceid.core.document.Age;
import org.cyberspaceid.core.document.DocumentVerdict;
import org.cyberspaceid.core.face.FaceService;
import org.cyberspaceid.core.face.FaceService.TemplateResult;
import org.cyberspaceid.core.outcome.Problem;

/** After a genuine document: the holder's age, and the template of the portrait. The portrait goes to the worker and nowhere else. */
final class PortraitCheck {
    private final FaceService faces;
    private final Clock clock;

    PortraitCheck(FaceService faces, Clock clock) {
        this.faces = faces;
        this.clock = clock;
    }

    ReadingOutcome of(DocumentVerdict.Accepted accepted) {
        Optional<Problem> tooYoung = AgeGate.check(accepted.document().birthDate(), Age.today(clock));
        if (tooYoung.isPresent()) {
            return new ReadingOutcome.Refused(tooYoung.get());
        }
        TemplateResult result = faces.embedPortrait(accepted.portrait());
        if (result instanceof TemplateResult.Made made) {
            return new ReadingOutcome.Verified(DocumentState.of(accepted.document()), made.template());
        }
        return new ReadingOutcome.Refused(
                result instanceof TemplateResult.Unavailable
                        ? Problem.FACE_SERVICE_UNAVAILABLE
                        : Problem.PORTRAIT_UNUSABLE);
    }
}
