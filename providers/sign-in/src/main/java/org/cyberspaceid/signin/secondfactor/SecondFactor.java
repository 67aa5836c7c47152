package org.cyberspaceid.signin.secondfactor;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.cyberspaceid.core.mobile.MobileNumber;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.core.vault.IdentityRecord;
import org.cyberspaceid.mobile.SmsCodeProvider;
import org.cyberspaceid.signin.Amr;
import org.cyberspaceid.signin.Step;
import org.cyberspaceid.signin.device.KnownDevices;
import org.cyberspaceid.signin.passkey.PasskeySignIn;
import org.cyberspaceid.signin.passkey.Passkeys;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.credential.OTPCredentialModel;

/**
 * After the password: nothing more on a device the citizen had remembered; else a passkey, or a code by SMS on page {@code sign-in-sms-code.ftl}. The
 * first code is sent when the page is shown the first time, not when it is shown again.
 */
final class SecondFactor extends Step {
    static final String PURPOSE = "sign-in";

    private static final String SENT = "cyberspace-id.sms-code-sent";

    private final Clock clock;

    SecondFactor(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        boolean known = devices(context).recognises(context.getUser(), context.getAuthenticationSession());
        if (PasskeySignIn.isDone(context.getAuthenticationSession())) {
            context.success();
            return;
        }
        if (known) {
            Amr.PASSWORD_ON_KNOWN_DEVICE.note(context.getAuthenticationSession());
            context.success();
            return;
        }
        Optional<MobileNumber> mobile = mobile(context);
        if (mobile.isEmpty()) {
            context.getEvent().user(context.getUser()).error(Errors.USER_NOT_FOUND);
            context.failure(AuthenticationFlowError.INVALID_USER);
        } else if (context.getAuthenticationSession().getAuthNote(SENT) != null) {
            context.challenge(page(context, mobile.get(), Optional.empty()));
        } else if (new Passkeys(context.getSession(), context.getUser(), clock).any()) {
            context.challenge(passkeyPage(context, Optional.empty()));
        } else {
            send(context, mobile.get());
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        String action = form.getFirst("action");
        Optional<MobileNumber> mobile = mobile(context);
        if (PasskeySignIn.afterPassword(context, clock).takes(form, problem -> passkeyPage(context, problem))) {
            return;
        }
        if ("cancel".equals(action)) {
            context.cancelLogin();
        } else if ("passkey".equals(action)) {
            context.forceChallenge(passkeyPage(context, Optional.empty()));
        } else if (mobile.isEmpty()) {
            context.failure(AuthenticationFlowError.INVALID_USER);
        } else if ("resend".equals(action) || "sms".equals(action)) {
            send(context, mobile.get());
        } else {
            check(context, mobile.get(), form);
        }
    }

    private void send(AuthenticationFlowContext context, MobileNumber mobile) {
        Locale locale = context.getSession().getContext().resolveLocale(context.getUser());
        Optional<Problem> problem = codes(context).send(PURPOSE, mobile, locale);
        if (problem.isPresent()) {
            event(context, problem.get(), problem.get().code());
        } else {
            context.getAuthenticationSession().setAuthNote(SENT, "true");
        }
        context.forceChallenge(page(context, mobile, problem));
    }

    private void check(AuthenticationFlowContext context, MobileNumber mobile, MultivaluedMap<String, String> form) {
        String lock = AuthenticatorUtils.getDisabledByBruteForceEventError(context, context.getUser());
        if (lock != null) {
            event(context, Problem.SIGN_IN_LOCKED, lock);
            context.forceChallenge(page(context, mobile, Optional.of(Problem.SIGN_IN_LOCKED)));
            return;
        }
        String typed = form.getFirst("sms_code");
        if (typed == null || typed.isBlank()) {
            context.forceChallenge(page(context, mobile, Optional.of(Problem.SMS_CODE_WRONG)));
            return;
        }
        codes(context)
                .check(PURPOSE, mobile, typed)
                .ifPresentOrElse(problem -> refuse(context, mobile, problem), () -> accept(context, form));
    }

    private void refuse(AuthenticationFlowContext context, MobileNumber mobile, Problem problem) {
        event(context, problem, Errors.INVALID_USER_CREDENTIALS);
        Response page = page(context, mobile, Optional.of(problem));
        if (problem == Problem.SMS_CODE_EXPIRED) {
            context.forceChallenge(page);
        } else {
            context.failureChallenge(AuthenticationFlowError.INVALID_CREDENTIALS, page);
        }
    }

    private void accept(AuthenticationFlowContext context, MultivaluedMap<String, String> form) {
        if ("yes".equals(form.getFirst("remember_device"))) {
            devices(context).remember(context.getUser(), context.getAuthenticationSession());
        }
        Amr.PASSWORD_AND_SMS.note(context.getAuthenticationSession());
        context.success(OTPCredentialModel.TYPE);
    }

    private static void event(AuthenticationFlowContext context, Problem problem, String error) {
        context.getEvent()
                .user(context.getUser())
                .detail(Details.REASON, problem.code())
                .error(error);
    }

    private Response page(AuthenticationFlowContext context, MobileNumber mobile, Optional<Problem> problem) {
        Duration wait = codes(context).waitBeforeSending(mobile);
        var form = context.form()
                .setFormData(new MultivaluedHashMap<>())
                .setAttribute("maskedMobile", mobile.masked())
                .setAttribute("resendAfterSeconds", (wait.toMillis() + 999) / 1000);
        problem.ifPresent(p -> form.setAttribute("problem", p.code()));
        return form.createForm("sign-in-sms-code.ftl");
    }

    /** Who has a passkey is asked for it first: a text message costs, and can be intercepted. */
    private Response passkeyPage(AuthenticationFlowContext context, Optional<Problem> problem) {
        var form = PasskeySignIn.afterPassword(context, clock).offer(context.form());
        problem.ifPresent(p -> form.setAttribute("problem", p.code()));
        return form.createForm("sign-in-passkey.ftl");
    }

    private KnownDevices devices(AuthenticationFlowContext context) {
        return new KnownDevices(context.getSession(), context.getRealm(), clock);
    }

    private static SmsCodeProvider codes(AuthenticationFlowContext context) {
        return context.getSession().getProvider(SmsCodeProvider.class);
    }

    private static Optional<MobileNumber> mobile(AuthenticationFlowContext context) {
        return context.getSession()
                .getProvider(IdentityVaultProvider.class)
                .identities()
                .read(context.getUser().getId())
                .flatMap(IdentityRecord::reachableAt);
    }

    @Override
    public boolean requiresUser() {
        return true;
    }
}
