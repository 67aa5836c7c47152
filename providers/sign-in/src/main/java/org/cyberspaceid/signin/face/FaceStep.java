package org.cyberspaceid.signin.face;

import java.time.Clock;
import java.util.Optional;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.signin.Amr;
import org.cyberspaceid.signin.Step;
import org.cyberspaceid.signin.level.AskedLevels;
import org.cyberspaceid.signin.level.UnmetLevel;
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
        if (ended.isPresent()) {
            context.challenge(FacePages.ended(context, ended.get()));
        } else if (face(context).isPossible()) {
            show(context, Optional.empty());
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
            face(context).close();
            context.cancelLogin();
        } else if ("without_face".equals(action) && passwordWillDo) {
            withoutFace(context);
        } else if (ended(context.getAuthenticationSession()).isPresent()) {
            leave(context, passwordWillDo);
        } else {
            judged(context);
        }
    }

    private void judged(AuthenticationFlowContext context) {
        FaceProof.Verdict verdict = face(context).judge();
        if (verdict instanceof FaceProof.Verdict.Passed) {
            context.getAuthenticationSession().setAuthNote(MATCHED, "true");
            Amr.addFace(context);
            context.success();
        } else if (verdict instanceof FaceProof.Verdict.Again again) {
            show(context, again.problem());
        } else if (verdict instanceof FaceProof.Verdict.Ended ended) {
            end(context, ended.problem());
        }
    }

    private void silently(AuthenticationFlowContext context, boolean passwordWillDo) {
        if (passwordWillDo) {
            withoutFace(context);
        } else {
            // Becomes login_required: what the page would be is not told.
            context.challenge(FacePages.ended(context, Problem.FACE_TEMPLATE_MISSING));
        }
    }

    private void withoutFace(AuthenticationFlowContext context) {
        face(context).close();
        AskedLevels.of(context.getAuthenticationSession()).settleForPassword();
        context.success();
    }

    private void leave(AuthenticationFlowContext context, boolean passwordWillDo) {
        if (passwordWillDo) {
            withoutFace(context);
        } else {
            context.forceChallenge(UnmetLevel.answer(context.getSession(), context.getAuthenticationSession()));
        }
    }

    private void end(AuthenticationFlowContext context, Problem problem) {
        face(context).close();
        context.getAuthenticationSession().setAuthNote(ENDED, problem.code());
        context.getEvent().clone().user(context.getUser()).error(problem.code());
        context.forceChallenge(FacePages.ended(context, problem));
    }

    private void show(AuthenticationFlowContext context, Optional<Problem> problem) {
        boolean skippable = AskedLevels.of(context.getAuthenticationSession()).passwordWillDo();
        context.forceChallenge(FacePages.camera(context, face(context).page(), skippable, problem));
    }

    private FaceProof face(AuthenticationFlowContext context) {
        return new FaceProof(context.getSession(), context.getAuthenticationSession(), context.getUser(), clock);
    }

    private static Optional<Problem> ended(AuthenticationSessionModel tab) {
        return Optional.ofNullable(tab.getAuthNote(ENDED)).flatMap(Problem::ofCode);
    }

    private static boolean isSilent(AuthenticationSessionModel tab) {
        return TokenUtil.hasPrompt(
                tab.getClientNote(OIDCLoginProtocol.PROMPT_PARAM), OIDCLoginProtocol.PROMPT_VALUE_NONE);
    }

    @Override
    public boolean requiresUser() {
        return true;
    }
}
