package org.cyberspaceid.enrolment;

import org.cyberspaceid.core.face.FaceTemplate;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.liveface.FaceState;

/** What came of a submission. */
sealed interface ReadingOutcome {

    /** A genuine document of an adult, with a usable portrait. */
    record Verified(DocumentState document, FaceTemplate portrait) implements ReadingOutcome {}

    /** Not accepted. */
    record Refused(Problem problem) implements ReadingOutcome {}

    /** The state with the verdict; unchanged when the person asked for another link meanwhile. */
    default EnrolmentState applyTo(EnrolmentState state, ReadingState judged) {
        ReadingState reading = state.reading();
        if (reading == null || !reading.handle().equals(judged.handle())) {
            return state;
        }
        if (this instanceof Verified verified) {
            return state.withReading(reading.done())
                    .withDocument(verified.document(), FaceState.against(verified.portrait()));
        }
        return state.withReading(reading.failed(((Refused) this).problem()));
    }
}
