package org.cyberspaceid.signin.face;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.cyberspaceid.core.face.FaceTemplate;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.core.vault.FaceTemplates;
import org.cyberspaceid.liveface.FaceState;
import org.cyberspaceid.liveface.TabAddress;
import org.cyberspaceid.signin.face.SignInFaceCheck.Read;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The live face of a person who is identified already, against the template that this person lets us keep, in one browser tab: for the
 * level {@code face}, and wherever a citizen proves once more who it is.
 */
public final class FaceProof {
    /** Auth note: the id of the check's row. */
    static final String CHECK = "cyberspace-id.face-check";

    private final KeycloakSession session;
    private final AuthenticationSessionModel tab;
    private final UserModel user;
    private final Clock clock;

    public FaceProof(KeycloakSession session, AuthenticationSessionModel tab, UserModel user, Clock clock) {
        this.session = session;
        this.tab = tab;
        this.user = user;
        this.clock = clock;
    }

    /** What the frames' verdicts left in the row; what the browser says of them does not count. */
    public sealed interface Verdict {
        record Passed() implements Verdict {}

        /**
         * The camera page once more.
         *
         * @param problem of the attempt that failed; empty: none has ended
         */
        record Again(Optional<Problem> problem) implements Verdict {}

        record Ended(Problem problem) implements Verdict {}
    }

    /** Whether there is a template to compare with. */
    public boolean isPossible() {
        return templates().isKept(user.getId());
    }

    /** Attribute {@code face} of a camera page ({@code docs/pages.md}); begins a check if none is under way. Only where {@link #isPossible}. */
    public Map<String, Object> page() {
        FaceState face = read().map(read -> read.row().face()).orElseGet(this::open);
        String frames = TabAddress.of(session, tab, SignInResourceFactory.PROVIDER_ID, SignInResourceFactory.FRAMES);
        return Map.of("framesUrl", frames, "attemptsLeft", face.attemptsLeft());
    }

    /** When the page was posted. */
    public Verdict judge() {
        Optional<Read> read = read();
        if (read.isEmpty()) {
            return isPossible() ? new Verdict.Again(Optional.empty()) : ended(Problem.FACE_TEMPLATE_MISSING);
        }
        FaceState face = read.get().row().face();
        if (face.passed()) {
            return passed(read.get());
        }
        Problem failure = face.failure();
        if (failure == null) {
            return new Verdict.Again(Optional.empty());
        }
        if (failure.wayOn() != Problem.WayOn.TRY_AGAIN) {
            return ended(failure);
        }
        if (face.attemptsLeft() == 0) {
            return ended(Problem.FACE_ATTEMPTS_EXHAUSTED);
        }
        row().orElseThrow().replace(read.get(), face.again());
        return new Verdict.Again(Optional.of(failure));
    }

    /** The check is over, or not wanted any more. */
    public void close() {
        row().ifPresent(SignInFaceCheck::close);
        tab.removeAuthNote(CHECK);
    }

    /** The person may have taken the consent back in another window meanwhile: then there is nothing that this face matches. */
    private Verdict passed(Read read) {
        if (!isPossible()) {
            return ended(Problem.FACE_TEMPLATE_MISSING);
        }
        row().orElseThrow().giveAttemptBack(read);
        close();
        return new Verdict.Passed();
    }

    private Verdict ended(Problem problem) {
        close();
        return new Verdict.Ended(problem);
    }

    private FaceState open() {
        FaceTemplate template = templates().read(user.getId()).orElseThrow();
        tab.setAuthNote(
                CHECK,
                SignInFaceCheck.open(
                        session, template, user.getId(), tab.getClient().getClientId(), clock));
        return FaceState.against(template);
    }

    private Optional<Read> read() {
        return row().flatMap(SignInFaceCheck::read)
                .filter(read -> read.row().userId().equals(user.getId()));
    }

    private Optional<SignInFaceCheck> row() {
        return Optional.ofNullable(tab.getAuthNote(CHECK)).map(id -> new SignInFaceCheck(session, id));
    }

    private FaceTemplates templates() {
        return session.getProvider(IdentityVaultProvider.class).faceTemplates();
    }
}
