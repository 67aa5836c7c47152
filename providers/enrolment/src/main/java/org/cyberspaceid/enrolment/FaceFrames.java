package org.cyberspaceid.enrolment;

import java.util.Optional;
import org.cyberspaceid.core.face.FaceService;
import org.cyberspaceid.core.face.FaceService.ChallengeStep;
import org.cyberspaceid.core.face.FaceService.Hint;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.enrolment.EnrolmentStore.Versioned;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.models.KeycloakSession;

/**
 * The live face check, frame by frame. The worker keeps nothing: its state waits in the row and is replaced only if nobody else
 * replaced it meanwhile, so every state serves once and the answer to a frame that lost the race is what the winner brought.
 * Verdicts go into the row; the browser is told, never asked.
 */
final class FaceFrames {
    /** The largest frame, in bytes. */
    static final int MAX_BYTES = 512 * 1024;

    private final KeycloakSession session;
    private final InTransaction transaction;

    FaceFrames(KeycloakSession session) {
        this.session = session;
        this.transaction = new InTransaction(session);
    }

    FaceAnswer judge(String enrolmentId, byte[] unverifiedFrame) {
        Optional<Versioned> read = read(enrolmentId);
        if (read.isEmpty() || !read.get().state().documentDone()) {
            return FaceAnswer.failed();
        }
        FaceState face = read.get().state().face();
        if (face.passed() || face.failure() != null) {
            return FaceAnswer.of(face, Hint.NONE);
        }
        return face.running() ? judge(read.get(), unverifiedFrame) : begin(read.get());
    }

    /** The first frame of an attempt only begins it: there was no prompt yet to follow. */
    private FaceAnswer begin(Versioned read) {
        FaceState face = read.state().face();
        if (face.attemptsLeft() == 0) {
            return settle(read, face.ended(Problem.FACE_ATTEMPTS_EXHAUSTED), Hint.NONE);
        }
        ChallengeStep first = faces().beginChallenge(face.reference());
        if (first instanceof ChallengeStep.Continue && !takeAttempt(read.state().document())) {
            return settle(read, face.ended(Problem.FACE_ATTEMPTS_EXHAUSTED), Hint.NONE);
        }
        return apply(read, face.attemptBegun(), first);
    }

    private FaceAnswer judge(Versioned read, byte[] unverifiedFrame) {
        FaceState face = read.state().face();
        return apply(read, face, faces().judgeFrame(face.challenge(), unverifiedFrame));
    }

    private FaceAnswer apply(Versioned read, FaceState face, ChallengeStep step) {
        if (step instanceof ChallengeStep.Continue next) {
            FaceState asked = face.asked(next.state(), FaceAnswer.lower(next.prompt()), next.done(), next.of());
            return settle(read, asked, next.hint());
        }
        if (step instanceof ChallengeStep.Passed) {
            return settle(read, face.matched(), Hint.NONE);
        }
        if (step instanceof ChallengeStep.Failed failed) {
            return settle(read, face.failed(failed.problem()), Hint.NONE);
        }
        Refusals.tell(session, read.state().clientId(), Problem.FACE_SERVICE_UNAVAILABLE);
        rememberInterruption(read);
        return FaceAnswer.unavailable(((ChallengeStep.Unavailable) step).retryAfter());
    }

    /** Whoever changed the row meanwhile had an answer. */
    private void rememberInterruption(Versioned read) {
        FaceState face = read.state().face();
        if (face.running() && !face.interrupted()) {
            transaction.run(
                    s -> Journey.store(s).replace(read, read.state().withFace(face.interruptedByUs())));
        }
    }

    private FaceAnswer settle(Versioned read, FaceState next, Hint hint) {
        boolean won =
                transaction.run(s -> Journey.store(s).replace(read, read.state().withFace(next)));
        if (!won) {
            return read(read.id())
                    .map(other -> FaceAnswer.of(other.state().face(), Hint.NONE))
                    .orElse(FaceAnswer.failed());
        }
        if (next.failure() != null) {
            Refusals.tell(session, read.state().clientId(), next.failure());
        }
        return FaceAnswer.of(next, hint);
    }

    private Optional<Versioned> read(String enrolmentId) {
        return transaction.run(s -> Journey.store(s).read(enrolmentId));
    }

    private boolean takeAttempt(DocumentState document) {
        return transaction.run(s -> new FaceAttempts(
                        s.singleUseObjects(),
                        s.getProvider(IdentityVaultProvider.class).blindIndex())
                .take(document));
    }

    private FaceService faces() {
        return session.getProvider(FaceServiceProvider.class).faces();
    }
}
