package org.cyberspaceid.signin.control;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.cyberspaceid.core.mobile.MobileNumber;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.core.vault.IdentityRecord;
import org.cyberspaceid.mobile.SmsCodeProvider;
import org.cyberspaceid.signin.face.FaceProof;
import org.cyberspaceid.signin.passkey.PasskeyCheck;
import org.cyberspaceid.signin.passkey.Passkeys;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.Details;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Who asks for something grave proves once more who it is: by passkey or face, whichever there is; by a code to the mobile number where there
 * is neither (ADR 21). The sign-in before is fresh already.
 */
final class Confirmation {
    /** Auth note: which way is under way. */
    private static final String UNDER_WAY = "cyberspace-id.confirming";

    private static final String FACE = "face";
    private static final String CODE = "code";

    private final String act;
    private final RequiredActionContext context;
    private final KeycloakSession session;
    private final AuthenticationSessionModel tab;
    private final Clock clock;
    private final FaceProof face;

    /** @param act names the texts {@code confirm.<act>.…} */
    Confirmation(String act, RequiredActionContext context, Clock clock) {
        this.act = act;
        this.context = context;
        this.session = context.getSession();
        this.tab = context.getAuthenticationSession();
        this.clock = clock;
        this.face = new FaceProof(session, tab, context.getUser(), clock);
    }

    /** What came of a form. */
    sealed interface Outcome {
        record Confirmed() implements Outcome {}

        record Shown(Response page) implements Outcome {}
    }

    /** The page that the person is at: a refresh, or another language, shows it again. */
    Response current() {
        String way = Optional.ofNullable(tab.getAuthNote(UNDER_WAY)).orElse("");
        if (way.equals(FACE) && face.isPossible()) {
            return camera(Optional.empty()).page();
        }
        return way.equals(CODE) && reachableAt().isPresent()
                ? codePage(Optional.empty()).page()
                : start(Optional.empty());
    }

    /** The first page, which says what is about to be done and asks for one of the ways. */
    Response start(Optional<Problem> problem) {
        tab.removeAuthNote(UNDER_WAY);
        List<String> ways = ways();
        LoginFormsProvider form = form(problem).setAttribute("ways", ways);
        if (ways.contains("passkey")) {
            form.setAttribute("passkey", new PasskeyCheck(session, tab, clock).challenge(context.getUser()));
        }
        return form.createForm("confirm.ftl");
    }

    Outcome judge(MultivaluedMap<String, String> unverifiedForm) {
        String way = Optional.ofNullable(tab.getAuthNote(UNDER_WAY)).orElse("");
        String action = Optional.ofNullable(unverifiedForm.getFirst("action")).orElse("");
        List<String> ways = ways();
        if (PasskeyCheck.isIn(unverifiedForm) && ways.contains("passkey")) {
            return passkey(unverifiedForm);
        }
        if ("back".equals(action)) {
            close();
            return new Outcome.Shown(start(Optional.empty()));
        }
        if (way.equals(FACE)) {
            return judgeFace();
        }
        if (way.equals(CODE) && ways.contains(CODE)) {
            return "resend".equals(action) ? sendCode() : judgeCode(unverifiedForm.getFirst("sms_code"));
        }
        if (FACE.equals(action) && ways.contains(FACE)) {
            return camera(Optional.empty());
        }
        return CODE.equals(action) && ways.contains(CODE) ? sendCode() : new Outcome.Shown(start(Optional.empty()));
    }

    /** Not wanted any more, or over. */
    void close() {
        face.close();
        tab.removeAuthNote(UNDER_WAY);
    }

    /** A code is the weakest: only where there is nothing else, and never to a number that is somebody else's by now. */
    private List<String> ways() {
        boolean passkey = new Passkeys(session, context.getUser(), clock).any();
        if (passkey) {
            return face.isPossible() ? List.of("passkey", FACE) : List.of("passkey");
        }
        if (face.isPossible()) {
            return List.of(FACE);
        }
        return reachableAt().isPresent() ? List.of(CODE) : List.of();
    }

    private Outcome passkey(MultivaluedMap<String, String> unverifiedForm) {
        return new PasskeyCheck(session, tab, clock).judge(unverifiedForm, context.getUser())
                        instanceof PasskeyCheck.Verdict.Right
                ? confirmed()
                : refused(Problem.PASSKEY_REFUSED, start(Optional.of(Problem.PASSKEY_REFUSED)));
    }

    private Outcome judgeFace() {
        FaceProof.Verdict verdict = face.judge();
        if (verdict instanceof FaceProof.Verdict.Passed) {
            return confirmed();
        }
        if (verdict instanceof FaceProof.Verdict.Again again) {
            return camera(again.problem());
        }
        Problem problem = ((FaceProof.Verdict.Ended) verdict).problem();
        return refused(problem, start(Optional.of(problem)));
    }

    private Outcome.Shown camera(Optional<Problem> problem) {
        tab.setAuthNote(UNDER_WAY, FACE);
        return new Outcome.Shown(form(problem).setAttribute("face", face.page()).createForm("confirm-face.ftl"));
    }

    private Outcome sendCode() {
        Optional<Problem> problem =
                codes().send(purpose(), mobile(), session.getContext().resolveLocale(context.getUser()));
        problem.ifPresent(this::event);
        return codePage(problem);
    }

    private Outcome judgeCode(String unverifiedCode) {
        Optional<Problem> problem = unverifiedCode == null || unverifiedCode.isBlank()
                ? Optional.of(Problem.SMS_CODE_WRONG)
                : codes().check(purpose(), mobile(), unverifiedCode);
        problem.ifPresent(this::event);
        return problem.isEmpty() ? confirmed() : codePage(problem);
    }

    private Outcome.Shown codePage(Optional<Problem> problem) {
        tab.setAuthNote(UNDER_WAY, CODE);
        long seconds = (codes().waitBeforeSending(mobile()).toMillis() + 999) / 1000;
        return new Outcome.Shown(form(problem)
                .setAttribute("maskedMobile", mobile().masked())
                .setAttribute("resendAfterSeconds", seconds)
                .createForm("confirm-code.ftl"));
    }

    private Outcome confirmed() {
        close();
        return new Outcome.Confirmed();
    }

    private Outcome refused(Problem problem, Response page) {
        event(problem);
        return new Outcome.Shown(page);
    }

    private void event(Problem problem) {
        context.getEvent()
                .clone()
                .user(context.getUser())
                .detail(Details.REASON, problem.code())
                .error(Problem.NOT_CONFIRMED.code());
    }

    private LoginFormsProvider form(Optional<Problem> problem) {
        LoginFormsProvider form = context.form().setAttribute("act", act);
        problem.ifPresent(p -> form.setAttribute("problem", p.code()));
        return form;
    }

    /** A code for one act is none for another. */
    private String purpose() {
        return "confirm-" + act;
    }

    private SmsCodeProvider codes() {
        return session.getProvider(SmsCodeProvider.class);
    }

    private MobileNumber mobile() {
        return reachableAt().orElseThrow();
    }

    private Optional<MobileNumber> reachableAt() {
        return session.getProvider(IdentityVaultProvider.class)
                .identities()
                .read(context.getUser().getId())
                .flatMap(IdentityRecord::reachableAt);
    }
}
