package org.cyberspaceid.enrolment;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import org.cyberspaceid.core.document.DocumentVerdict;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.document.ReadingVerifier;
import org.cyberspaceid.enrolment.EnrolmentStore.Versioned;
import org.cyberspaceid.liveface.FaceServiceProvider;
import org.cyberspaceid.liveface.InTransaction;
import org.cyberspaceid.liveface.JsonAnswer;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.Urls;

/**
 * The submission of a reading. The challenge is used up in a transaction of its own before anything is verified; the verdict and
 * the portrait's template are written in another one afterwards. The portrait itself lives in this method's memory only.
 */
final class ReaderReadings {
    private final KeycloakSession session;
    private final InTransaction transaction;
    private final Clock clock = Clock.systemUTC();

    ReaderReadings(KeycloakSession session) {
        this.session = session;
        this.transaction = new InTransaction(session);
    }

    private record Accepted(@JsonProperty("outcome") String outcome) {}

    /** What can be refused without looking at the body: wrong address, wrong key, the code not typed yet. */
    Optional<Response> refuseBeforeBody(String unverifiedReadingId, String keyThumbprint) {
        Optional<Versioned> read = find(unverifiedReadingId);
        if (read.isEmpty()) {
            return Optional.of(refuse(null, Problem.READER_LINK_EXPIRED));
        }
        Optional<Problem> problem =
                SubmissionRule.check(read.get().state().reading(), unverifiedReadingId, keyThumbprint, clock.instant());
        // The reader asks again until the code is typed: no event for each time.
        return problem.map(p -> p == Problem.READER_CODE_NOT_TYPED
                ? ReaderRefusal.of(p)
                : refuse(read.get().state(), p));
    }

    /**
     * Takes a submission.
     *
     * @param submission empty when it was larger than the cap
     */
    Response submit(String unverifiedReadingId, String keyThumbprint, Optional<byte[]> submission) {
        Optional<Versioned> read = find(unverifiedReadingId);
        if (read.isEmpty()) {
            return refuse(null, Problem.READER_LINK_EXPIRED);
        }
        EnrolmentState state = read.get().state();
        Optional<Problem> problem =
                SubmissionRule.check(state.reading(), unverifiedReadingId, keyThumbprint, clock.instant());
        if (problem.isPresent()) {
            return refuse(state, problem.get());
        }
        if (!useUpChallenge(read.get())) {
            return refuse(state, Problem.READER_LINK_USED);
        }
        ReadingOutcome outcome = submission
                .map(bytes -> judge(state, bytes))
                .orElse(new ReadingOutcome.Refused(Problem.READING_TOO_LARGE));
        return record(read.get(), outcome);
    }

    private boolean useUpChallenge(Versioned read) {
        EnrolmentState used = read.state().withReading(read.state().reading().challengeUsed());
        return transaction.run(s -> Journey.store(s).replace(read, used));
    }

    private ReadingOutcome judge(EnrolmentState state, byte[] unverifiedSubmission) {
        String audience = Urls.realmIssuer(
                session.getContext().getUri().getBaseUri(),
                session.getContext().getRealm().getName());
        DocumentVerdict verdict = new ReadingVerifier(
                        session.getProvider(DocumentTrustProvider.class).anchors(), clock)
                .verify(
                        state.documentType(),
                        unverifiedSubmission,
                        state.reading().challenge(),
                        audience);
        if (verdict instanceof DocumentVerdict.Accepted accepted) {
            return new PortraitCheck(
                            new RegistryCheck(session.getProvider(PopulationRegistryProvider.class)
                                    .registry()),
                            session.getProvider(FaceServiceProvider.class).faces(),
                            clock)
                    .of(accepted);
        }
        return new ReadingOutcome.Refused(((DocumentVerdict.Refused) verdict).problem());
    }

    private Response record(Versioned read, ReadingOutcome outcome) {
        boolean kept = transaction.run(s -> Journey.store(s)
                .change(read.id(), state -> outcome.applyTo(state, read.state().reading()))
                .isPresent());
        if (!kept) {
            return refuse(read.state(), Problem.READER_LINK_EXPIRED);
        }
        return outcome instanceof ReadingOutcome.Refused refused
                ? refuse(read.state(), refused.problem())
                : JsonAnswer.ok(new Accepted("accepted"));
    }

    private Optional<Versioned> find(String unverifiedReadingId) {
        return transaction.run(
                s -> new HandOffs(s.getProvider(IdentityVaultProvider.class).enrolments(), clock)
                        .enrolmentOfReading(unverifiedReadingId)
                        .flatMap(id -> Journey.store(s).read(id)));
    }

    private Response refuse(EnrolmentState state, Problem problem) {
        if (state == null) {
            Refusals.tell(session, problem);
        } else {
            Refusals.tell(session, state, problem);
        }
        return ReaderRefusal.of(problem);
    }
}
