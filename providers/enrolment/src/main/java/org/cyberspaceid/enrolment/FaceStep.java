package org.cyberspaceid.enrolment;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.liveface.FaceState;
import org.cyberspaceid.liveface.TabAddress;
import org.cyberspaceid.vault.IdentityVaultProvider;

/** Step 3: a live face that matches the portrait. Only now may somebody learn that this document has an ID already. */
final class FaceStep extends EnrolmentStep {
    private final Clock clock;

    FaceStep(Clock clock) {
        super(3);
        this.clock = clock;
    }

    @Override
    boolean isDone(EnrolmentState state) {
        return state.faceDone() && (!state.recovers() || state.recovery().proven());
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
                                TabAddress.of(
                                        journey.context(),
                                        EnrolmentResourceFactory.PROVIDER_ID,
                                        EnrolmentResourceFactory.FRAMES),
                                "attemptsLeft",
                                journey.state().face().attemptsLeft())));
    }

    @Override
    void act(Journey journey, Form form) {
        FaceState face = journey.state().face();
        if (journey.state().recovers()) {
            recovering(journey, face);
        } else if (face.passed()) {
            passed(journey);
        } else if (face.failure() != null) {
            render(journey.change(s -> s.withProblem(face.failure())));
        } else {
            show(journey);
        }
    }

    /** After the last attempt of a reading another try needs another reading. */
    private void recovering(Journey journey, FaceState face) {
        RecoveryProof proof = new RecoveryProof(journey, clock);
        if (proof.cannotBeCompared()) {
            proof.recognised();
            journey.context().success();
        } else if (face.failure() != null) {
            render(journey.change(s -> s.withProblem(face.failure())));
        } else if (!face.passed()) {
            show(journey);
        } else {
            matched(journey, proof);
        }
    }

    private void matched(Journey journey, RecoveryProof proof) {
        if (journey.state().recovery().identified()) {
            proof.recognised();
            journey.context().success();
            return;
        }
        Optional<Problem> problem = proof.identify();
        if (problem.filter(Problem.RECOVERY_NO_ID::equals).isPresent()) {
            Exits.end(journey.context(), number(), problem.get());
        } else if (problem.isPresent()) {
            refuse(journey, problem.get());
        } else if (isDone(journey.state())) {
            journey.context().success();
        } else {
            show(journey); // once more, against the features that the person lets us keep
        }
    }

    @Override
    EnrolmentState tryAgain(EnrolmentState state) {
        return state.face().attemptsLeft() > 0
                ? state.withProblem(null).withFace(state.face().again())
                : state.withProblem(Problem.FACE_ATTEMPTS_EXHAUSTED);
    }

    private void passed(Journey journey) {
        IdentityVaultProvider vault = journey.session().getProvider(IdentityVaultProvider.class);
        Optional<String> renewed = new RenewalInPassing(journey, clock).user();
        if (renewed.isPresent()) {
            keepTemplate(journey, vault, renewed.get());
            Exits.end(journey.context(), number(), Problem.DOCUMENT_RENEWED);
            return;
        }
        Optional<String> known = vault.identities()
                .userWithDocument(journey.state().document().verified().number());
        if (known.isEmpty()) {
            journey.context().success();
            return;
        }
        keepTemplate(journey, vault, known.get());
        Exits.end(journey.context(), number(), Problem.ALREADY_ENROLLED);
    }

    /**
     * The document and the face: as much as whoever is issued an ID has shown. So this is the way to give a template later, or one of a
     * newer model.
     */
    private static void keepTemplate(Journey journey, IdentityVaultProvider vault, String userId) {
        journey.state().face().kept().ifPresent(live -> vault.faceTemplates().keep(userId, live));
    }
}
