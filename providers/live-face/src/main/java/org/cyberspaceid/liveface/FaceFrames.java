package org.cyberspaceid.liveface;

import java.util.Optional;
import org.cyberspaceid.core.face.FaceService;
import org.cyberspaceid.core.face.FaceService.ChallengeStep;
import org.cyberspaceid.core.face.FaceService.Hint;
import org.cyberspaceid.core.outcome.Problem;

/**
 * The live face check, frame by frame. The worker keeps nothing: its state waits in the row and is replaced only if nobody else
 * replaced it meanwhile, so every state serves once and the answer to a frame that lost the race is what the winner brought.
 * Verdicts go into the row; the browser is told, never asked.
 *
 * @param <R> as of {@link LiveCheck}
 */
final class FaceFrames<R> {
    /** The largest frame, in bytes. */
    static final int MAX_BYTES = 512 * 1024;

    private final FaceService faces;
    private final LiveCheck<R> check;

    FaceFrames(FaceService faces, LiveCheck<R> check) {
        this.faces = faces;
        this.check = check;
    }

    FaceAnswer judge(byte[] unverifiedFrame) {
        Optional<R> read = check.read();
        if (read.isEmpty()) {
            return FaceAnswer.failed();
        }
        FaceState face = check.face(read.get());
        if (face.passed() || face.failure() != null) {
            return FaceAnswer.of(face, Hint.NONE);
        }
        return face.running() ? judge(read.get(), unverifiedFrame) : begin(read.get());
    }

    /** The first frame of an attempt only begins it: there was no prompt yet to follow. */
    private FaceAnswer begin(R read) {
        FaceState face = check.face(read);
        if (face.attemptsLeft() == 0) {
            return settle(read, face.ended(Problem.FACE_ATTEMPTS_EXHAUSTED), Hint.NONE);
        }
        ChallengeStep first = faces.beginChallenge(face.reference());
        if (first instanceof ChallengeStep.Continue && !check.takeAttempt(read)) {
            return settle(read, face.ended(Problem.FACE_ATTEMPTS_EXHAUSTED), Hint.NONE);
        }
        return apply(read, face.attemptBegun(), first);
    }

    private FaceAnswer judge(R read, byte[] unverifiedFrame) {
        FaceState face = check.face(read);
        return apply(read, face, faces.judgeFrame(face.challenge(), unverifiedFrame));
    }

    private FaceAnswer apply(R read, FaceState face, ChallengeStep step) {
        if (step instanceof ChallengeStep.Continue next) {
            FaceState asked = face.asked(next.state(), FaceAnswer.lower(next.prompt()), next.done(), next.of());
            return settle(read, asked, next.hint());
        }
        if (step instanceof ChallengeStep.Passed passed) {
            FaceState matched = face.matched();
            return settle(read, check.keepsTemplate(read) ? matched.keeping(passed.live()) : matched, Hint.NONE);
        }
        if (step instanceof ChallengeStep.Failed failed) {
            return settle(read, face.failed(failed.problem()), Hint.NONE);
        }
        check.refused(read, Problem.FACE_SERVICE_UNAVAILABLE);
        rememberInterruption(read, face);
        return FaceAnswer.unavailable(((ChallengeStep.Unavailable) step).retryAfter());
    }

    /** Whoever changed the row meanwhile had an answer. */
    private void rememberInterruption(R read, FaceState face) {
        if (face.running() && !face.interrupted()) {
            check.replace(read, face.interruptedByUs());
        }
    }

    private FaceAnswer settle(R read, FaceState next, Hint hint) {
        if (!check.replace(read, next)) {
            return check.read()
                    .map(other -> FaceAnswer.of(check.face(other), Hint.NONE))
                    .orElse(FaceAnswer.failed());
        }
        if (next.failure() != null) {
            check.refused(read, next.failure());
        }
        return FaceAnswer.of(next, hint);
    }
}
