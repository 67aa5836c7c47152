package org.cyberspaceid.signin.face;

import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.signin.level.AskedLevels;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.forms.login.LoginFormsProvider;

/** The pages of the face check at sign-in ({@code providers/docs/pages.md}). */
final class FacePages {
    private FacePages() {}

    /** @param skippable the ISP takes a sign-in without a face too */
    static Response camera(
            AuthenticationFlowContext context, Map<String, Object> face, boolean skippable, Optional<Problem> problem) {
        LoginFormsProvider form = context.form().setAttribute("face", face).setAttribute("skippable", skippable);
        problem.ifPresent(p -> form.setAttribute("problem", p.code()));
        return form.createForm("sign-in-face.ftl");
    }

    static Response ended(AuthenticationFlowContext context, Problem problem) {
        return context.form()
                .setAttribute("problem", problem.code())
                .setAttribute(
                        "skippable",
                        AskedLevels.of(context.getAuthenticationSession()).passwordWillDo())
                .createForm("sign-in-face-ended.ftl");
    }
}
