package org.cyberspaceid.signin.face;

import java.time.Clock;
import java.util.Optional;
import org.cyberspaceid.core.face.FaceTemplate;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.core.vault.FaceTemplates;
import org.cyberspaceid.liveface.FaceState;
import org.cyberspaceid.signin.Amr;
import org.cyberspaceid.signin.Step;
import org.cyberspaceid.signin.face.SignInFaceCheck.Read;
import org.cyberspaceid.signin.level.AskedLevels;
import org.cyberspaceid.signin.level.UnmetLevel;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.TokenUtil;

/**
 * Level {@code urn:cyberspace-id:acr:face}: the live face of whoever has signed in, against the template that this person lets us keep.
 * Whoever cannot or does not want to goes on without where the ISP takes the password's level too, and else back to it with an error. A silent
 * check ({@code prompt=none}) does not tell whether there is a template.
 */
final class FaceStep extends Step {
    /** Auth note: the level is reached. {@code proof-note} of the level's condition in the realm's flow. */
    static final String MATCHED = "cyberspace-id.face-matched";

    /** Auth note: the id of the check's row. */
    static final String CHECK = "cyberspace-id.face-check";

    /** Auth note: the code of the problem that ended the check, so that its page survives a refresh. */
    private static final String ENDED = "cyberspace-id.face-ended";

    private final Clock clock;

    FaceStep(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        AuthenticationSessionModel tab = context.getAuthenticationSession();
        boolean passwordWillDo = AskedLevels.of(tab).passwordWillDo();
        if (isSilent(tab)) {
            silently(context, passwordWillDo);
            return;
        }
        Optional<Problem> ended = ended(tab);
        Optional<FaceTemplate> template =
                templates(context).read(context.getUser().getId());
        if (ended.isPresent()) {
            context.challenge(FacePages.ended(context, ended.get()));
        } else if (template.isPresent()) {
            show(context, check(context, template.get()), Optional.empty());
        } else if (passwordWillDo) {
            withoutFace(context);
        } else {
            end(context, Problem.FACE_TEMPLATE_MISSING);
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        String action = context.getHttpRequest().getDecodedFormParameters().getFirst("action");
        boolean passwordWillDo =
                AskedLevels.of(context.getAuthenticationSession()).passwordWillDo();
        if ("cancel".equals(action)) {
            close(context);
            context.cancelLogin();
        } else if ("without_face".equals(action) && passwordWillDo) {
            withoutFace(context);
        } else if (ended(context.getAuthenticationSession()).isPresent()) {
            leave(context, passwordWillDo);
        } else {
            read(context).ifPresentOrElse(read -> judged(context, read), () -> authenticate(context));
        }
    }

    /** Acts on what the frames' verdicts left in the row; what the browser says of them does not count. */
    private void judged(AuthenticationFlowContext context, Read read) {
        FaceState face = read.row().face();
        if (face.passed()) {
            passed(context, read);
        } else if (face.failure() == null) {
            show(context, read, Optional.empty());
        } else if (face.attemptsLeft() > 0 && face.failure().wayOn() == Problem.WayOn.TRY_AGAIN) {
            row(context).orElseThrow().replace(read, face.again());
            show(context, read, Optional.of(face.failure()));
        } else {
            end(
                    context,
                    face.failure().wayOn() == Problem.WayOn.TRY_AGAIN
                            ? Problem.FACE_ATTEMPTS_EXHAUSTED
                            : face.failure());
        }
    }

    /** The person may have taken the consent back in another window meanwhile: then there is nothing that this face matches. */
    private void passed(AuthenticationFlowContext context, Read read) {
        if (!templates(context).isKept(context.getUser().getId())) {
            end(context, Problem.FACE_TEMPLATE_MISSING);
            return;
        }
        row(context).orElseThrow().giveAttemptBack(read);
        close(context);
        context.getAuthenticationSession().setAuthNote(MATCHED, "true");
        Amr.addFace(context);
        context.success();
    }

    private static void silently(AuthenticationFlowContext context, boolean passwordWillDo) {
        if (passwordWillDo) {
            withoutFace(context);
        } else {
            // Becomes login_required: what the page would be is not told.
            context.challenge(FacePages.ended(context, Problem.FACE_TEMPLATE_MISSING));
        }
    }

    private static void withoutFace(AuthenticationFlowContext context) {
        close(context);
        AskedLevels.of(context.getAuthenticationSession()).settleForPassword();
        context.success();
    }

    private static void leave(AuthenticationFlowContext context, boolean passwordWillDo) {
        if (passwordWillDo) {
            withoutFace(context);
        } else {
            context.forceChallenge(UnmetLevel.answer(context.getSession(), context.getAuthenticationSession()));
        }
    }

    private static void end(AuthenticationFlowContext context, Problem problem) {
        close(context);
        context.getAuthenticationSession().setAuthNote(ENDED, problem.code());
        context.getEvent().clone().user(context.getUser()).error(problem.code());
        context.forceChallenge(FacePages.ended(context, problem));
    }

    private static void show(AuthenticationFlowContext context, Read read, Optional<Problem> problem) {
        boolean skippable = AskedLevels.of(context.getAuthenticationSession()).passwordWillDo();
        context.forceChallenge(FacePages.camera(context, read.row().face(), skippable, problem));
    }

    private Read check(AuthenticationFlowContext context, FaceTemplate template) {
        return read(context).orElseGet(() -> {
            AuthenticationSessionModel tab = context.getAuthenticationSession();
            tab.setAuthNote(
                    CHECK,
                    SignInFaceCheck.open(
                            context.getSession(),
                            template,
                            context.getUser().getId(),
                            tab.getClient().getClientId(),
                            clock));
            return new Read(
                    0,
                    new FaceRow(context.getUser().getId(), tab.getClient().getClientId(), FaceState.against(template)));
        });
    }

    private static Optional<Read> read(AuthenticationFlowContext context) {
        return row(context)
                .flatMap(SignInFaceCheck::read)
                .filter(read -> read.row().userId().equals(context.getUser().getId()));
    }

    private static Optional<SignInFaceCheck> row(AuthenticationFlowContext context) {
        return Optional.ofNullable(context.getAuthenticationSession().getAuthNote(CHECK))
                .map(id -> new SignInFaceCheck(context.getSession(), id));
    }

    private static void close(AuthenticationFlowContext context) {
        row(context).ifPresent(SignInFaceCheck::close);
        context.getAuthenticationSession().removeAuthNote(CHECK);
    }

    private static Optional<Problem> ended(AuthenticationSessionModel tab) {
        return Optional.ofNullable(tab.getAuthNote(ENDED)).flatMap(Problem::ofCode);
    }

    private static boolean isSilent(AuthenticationSessionModel tab) {
        return TokenUtil.hasPrompt(
                tab.getClientNote(OIDCLoginProtocol.PROMPT_PARAM), OIDCLoginProtocol.PROMPT_VALUE_NONE);
    }

    private static FaceTemplates templates(AuthenticationFlowContext context) {
        return context.getSession().getProvider(IdentityVaultProvider.class).faceTemplates();
    }

    @Override
    public boolean requiresUser() {
        return true;
    }
}
