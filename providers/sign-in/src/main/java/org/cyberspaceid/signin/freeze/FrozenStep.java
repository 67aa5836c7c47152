package org.cyberspaceid.signin.freeze;

import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.signin.Amr;
import org.cyberspaceid.signin.Step;
import org.cyberspaceid.signin.face.FaceProof;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.forms.login.LoginFormsProvider;

/**
 * After all that a sign-in asks: a frozen ID lets nobody in until a live face has matched. Whoever holds less than the password and a second
 * factor, or a passkey, never comes here, and so learns nothing. Without a template the document has to be read once more (recovery).
 */
final class FrozenStep extends Step {
    /** Auth note: before the camera. */
    private static final String CAMERA = "cyberspace-id.frozen-camera";

    private final Clock clock;

    FrozenStep(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (!freezing(context).isFrozen()) {
            context.success();
            return;
        }
        if (context.getAuthenticationSession().getAuthNote(CAMERA) != null
                && face(context).isPossible()) {
            camera(context, face(context), Optional.empty());
            return;
        }
        context.getEvent().clone().user(context.getUser()).error(Problem.ID_FROZEN.code());
        context.challenge(frozen(context, Problem.ID_FROZEN));
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        String action = context.getHttpRequest().getDecodedFormParameters().getFirst("action");
        FaceProof face = face(context);
        if (!freezing(context).isFrozen()) {
            context.success();
        } else if ("cancel".equals(action)) {
            face.close();
            context.cancelLogin();
        } else if (context.getAuthenticationSession().getAuthNote(CAMERA) != null) {
            judge(context, face);
        } else if (face.isPossible()) {
            camera(context, face, Optional.empty());
        } else {
            context.forceChallenge(frozen(context, Problem.ID_FROZEN));
        }
    }

    private void judge(AuthenticationFlowContext context, FaceProof face) {
        FaceProof.Verdict verdict = face.judge();
        if (verdict instanceof FaceProof.Verdict.Passed) {
            freezing(context).end();
            Amr.addFace(context);
            context.success();
        } else if (verdict instanceof FaceProof.Verdict.Again again) {
            camera(context, face, again.problem());
        } else if (verdict instanceof FaceProof.Verdict.Ended ended) {
            context.getAuthenticationSession().removeAuthNote(CAMERA);
            context.getEvent()
                    .clone()
                    .user(context.getUser())
                    .error(ended.problem().code());
            context.forceChallenge(frozen(context, ended.problem()));
        }
    }

    private static void camera(AuthenticationFlowContext context, FaceProof face, Optional<Problem> problem) {
        context.getAuthenticationSession().setAuthNote(CAMERA, "true");
        LoginFormsProvider form =
                context.form().setAttribute("face", face.page()).setAttribute("act", "unfreeze");
        problem.ifPresent(p -> form.setAttribute("problem", p.code()));
        context.forceChallenge(form.createForm("confirm-face.ftl"));
    }

    private Response frozen(AuthenticationFlowContext context, Problem problem) {
        return context.form()
                .setAttribute("problem", problem.code())
                .setAttribute("facePossible", face(context).isPossible())
                .createForm("sign-in-frozen.ftl");
    }

    private FaceProof face(AuthenticationFlowContext context) {
        return new FaceProof(context.getSession(), context.getAuthenticationSession(), context.getUser(), clock);
    }

    private Freezing freezing(AuthenticationFlowContext context) {
        return new Freezing(context.getSession(), context.getUser(), clock);
    }

    @Override
    public boolean requiresUser() {
        return true;
    }
}
