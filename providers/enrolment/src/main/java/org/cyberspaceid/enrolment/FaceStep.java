package org.cyberspaceid.enrolment;

import java.util.Map;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.vault.IdentityVaultProvider;

/** Step 3: a live face that matches the portrait. Only now may somebody learn that this document has an ID already. */
final class FaceStep extends EnrolmentStep {
    FaceStep() {
        super(3);
    }

    @Override
    boolean isDone(EnrolmentState state) {
        return state.faceDone();
    }

    @Override
    void show(Journey journey) {
        Pages.show(
                journey.context(),
                number(),
                "enrol-face.ftl",
                Map.of(
                        "face",
                        Map.of(
                                "framesUrl",
                                TabAddress.of(journey.context(), EnrolmentResourceFactory.FRAMES),
                                "attemptsLeft",
                                journey.state().face().attemptsLeft())));
    }

    @Override
    void act(Journey journey, Form form) {
        FaceState face = journey.state().face();
        if (face.passed()) {
            passed(journey);
        } else if (face.failure() != null) {
            render(journey.change(s -> s.withProblem(face.failure())));
        } else {
            show(journey);
        }
    }

    /** After the last attempt of a reading another try needs another reading. */
    @Override
    EnrolmentState tryAgain(EnrolmentState state) {
        return state.face().attemptsLeft() > 0
                ? state.withProblem(null).withFace(state.face().again())
                : state.withProblem(Problem.FACE_ATTEMPTS_EXHAUSTED);
    }

    private void passed(Journey journey) {
        boolean known = journey.session()
                .getProvider(IdentityVaultProvider.class)
                .identities()
                .userWithDocument(journey.state().document().verified().number())
                .isPresent();
        if (known) {
            Exits.end(journey.context(), number(), Problem.ALREADY_ENROLLED);
        } else {
            journey.context().success();
        }
    }
}
