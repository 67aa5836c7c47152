package org.cyberspaceid.enrolment;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cyberspaceid.core.outcome.Problem;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.forms.login.LoginFormsProvider;

/** Shows pages ({@code providers/docs/pages.md}). */
final class Pages {
    static final int STEPS = 6;

    /** Realm attribute, with the locale after it: what the deployer says about its service halls. */
    static final String HALL_TEXT = "cyberspaceid.service-hall.";

    private static final List<String> HALL_BRING =
            List.of("hall.bring.document", "hall.bring.mobile", "hall.bring.guardian");

    private Pages() {}

    /** Shows a step's page. */
    static void show(AuthenticationFlowContext context, int step, String template, Map<String, ?> attributes) {
        LoginFormsProvider form = form(context, step);
        attributes.forEach(form::setAttribute);
        context.challenge(form.createForm(template));
    }

    /** Shows a step's page with a problem above it, and tells the event listeners. */
    static void show(
            AuthenticationFlowContext context, int step, String template, Map<String, ?> attributes, Problem problem) {
        Refusals.tell(context, problem);
        LoginFormsProvider form = form(context, step);
        attributes.forEach(form::setAttribute);
        form.setAttribute("problem", problem.code());
        context.challenge(form.createForm(template));
    }

    /** The page of a problem that stands in the way. */
    static void problem(AuthenticationFlowContext context, int step, Problem problem) {
        show(
                context,
                step,
                template(problem),
                Map.of(
                        "problem",
                        problem.code(),
                        "wayOn",
                        problem.wayOn().name().toLowerCase(Locale.ROOT)));
    }

    private static String template(Problem problem) {
        return switch (problem) {
            case ALREADY_ENROLLED -> "enrol-existing.ftl";
            case DOCUMENT_RENEWED -> "enrol-renewed.ftl";
            default -> "enrol-problem.ftl";
        };
    }

    /** The way on for whoever refuses or cannot use the face check. */
    static void serviceHall(AuthenticationFlowContext context, int step) {
        Locale locale = context.getSession().getContext().resolveLocale(null);
        String text = context.getRealm().getAttribute(HALL_TEXT + locale.toLanguageTag());
        show(
                context,
                step,
                "enrol-service-hall.ftl",
                Map.of("hall", Map.of("text", text == null ? "" : text, "bring", HALL_BRING)));
    }

    private static LoginFormsProvider form(AuthenticationFlowContext context, int step) {
        return context.form()
                .setAttribute("step", step)
                .setAttribute("steps", STEPS)
                .setAttribute("recovering", RecoveryWish.isThere(context.getAuthenticationSession()));
    }
}
