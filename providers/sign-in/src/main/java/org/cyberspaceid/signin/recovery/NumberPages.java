package org.cyberspaceid.signin.recovery;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Duration;
import java.util.Optional;
import org.cyberspaceid.core.mobile.MobileNumber;
import org.cyberspaceid.core.outcome.Problem;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.forms.login.LoginFormsProvider;

/** The two pages of a change of number, see {@code docs/pages.md}. */
final class NumberPages {
    private static final int LONGEST_SHOWN_AGAIN = 32;
    private static final long MILLIS = 1000;

    private final RequiredActionContext context;

    NumberPages(RequiredActionContext context) {
        this.context = context;
    }

    /** @param lost the number of before is somebody else's now */
    void number(String unverifiedTyped, Optional<Problem> problem, boolean lost) {
        String again = unverifiedTyped == null || unverifiedTyped.length() > LONGEST_SHOWN_AGAIN ? "" : unverifiedTyped;
        context.challenge(form(problem)
                .setAttribute("mobile", again)
                .setAttribute("lost", lost)
                .createForm("change-mobile.ftl"));
    }

    void code(MobileNumber to, Duration wait, Optional<Problem> problem) {
        context.challenge(form(problem)
                .setAttribute("maskedMobile", to.masked())
                .setAttribute("resendAfterSeconds", (wait.toMillis() + MILLIS - 1) / MILLIS)
                .createForm("change-mobile-code.ftl"));
    }

    /** Nothing that was typed comes back by itself. */
    private LoginFormsProvider form(Optional<Problem> problem) {
        LoginFormsProvider form = context.form().setFormData(new MultivaluedHashMap<>());
        problem.ifPresent(p -> form.setAttribute("problem", p.code()));
        return form;
    }
}
