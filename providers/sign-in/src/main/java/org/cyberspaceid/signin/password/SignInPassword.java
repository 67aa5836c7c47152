package org.cyberspaceid.signin.password;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.mobile.MobileNumbers;
import org.cyberspaceid.signin.Step;
import org.cyberspaceid.signin.passkey.PasskeySignIn;
import org.cyberspaceid.signin.scan.ScanOffer;
import org.cyberspaceid.vault.keys.SealBrokenException;
import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.services.managers.AuthenticationManager;

/**
 * Page {@code login.ftl}: mobile number and 8-digit password. The typed number goes nowhere but into the lookup and back into the
 * form: not into a note (so Keycloak's {@code ATTEMPTED_USERNAME} stays unset), an event, a log or an address.
 */
final class SignInPassword extends Step {
    private static final int LONGEST_SHOWN_AGAIN = 32;

    private static final Logger LOG = Logger.getLogger(SignInPassword.class);

    private final MobileNumbers numbers;
    private final Clock clock;

    SignInPassword(MobileNumbers numbers, Clock clock) {
        this.numbers = numbers;
        this.clock = clock;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        context.challenge(page(context, "", Optional.empty()));
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        if (PasskeySignIn.alone(context, clock).takes(form, problem -> page(context, "", problem))) {
            return;
        }
        if (ScanOffer.isTakenBy(form.getFirst("action"))) {
            ScanOffer.take(context);
            return;
        }
        String unverifiedNumber = form.getFirst(AuthenticationManager.FORM_USERNAME);
        try {
            check(context, form, unverifiedNumber);
        } catch (SealBrokenException broken) {
            unreadable(context, unverifiedNumber, broken);
        }
    }

    /** Somebody meddled with the database: an alarm for the operator, and a page with a code for the citizen. */
    private void unreadable(AuthenticationFlowContext context, String unverifiedNumber, SealBrokenException broken) {
        LOG.errorf("vault_seal_broken at sign-in: %s", broken.getMessage());
        context.getEvent().error(Problem.RECORD_UNREADABLE.code());
        context.forceChallenge(page(context, unverifiedNumber, Optional.of(Problem.RECORD_UNREADABLE)));
    }

    private void check(
            AuthenticationFlowContext context, MultivaluedMap<String, String> form, String unverifiedNumber) {
        String unverifiedPassword = form.getFirst(CredentialRepresentation.PASSWORD);
        Attempt attempt = attempts(context).begin(numbers.parse(unverifiedNumber), unverifiedPassword);
        PasswordCheck check = new PasswordCheck(() -> AuthenticatorUtils.dummyHash(context));
        PasswordCheck.Verdict verdict = check.judge(attempt.account(), unverifiedPassword);
        Optional<UserModel> user = verdict instanceof PasswordCheck.Verdict.Right ? attempt.user() : Optional.empty();
        if (user.isPresent()) {
            attempt.right(user.get(), unverifiedPassword);
            context.setUser(user.get());
            context.success(PasswordCredentialModel.TYPE);
        } else {
            refuse(context, attempt, verdict, unverifiedNumber);
        }
    }

    private static PasswordAttempts attempts(AuthenticationFlowContext context) {
        return new PasswordAttempts(
                context.getSession(),
                context.getRealm(),
                Optional.ofNullable(context.getUser()).map(UserModel::getId));
    }

    /** To the person every refusal is the same, and so is the work that is done. */
    private void refuse(
            AuthenticationFlowContext context,
            Attempt attempt,
            PasswordCheck.Verdict verdict,
            String unverifiedNumber) {
        attempt.userId().ifPresent(context.getEvent()::user);
        attempt.guess().refusal().ifPresent(limit -> context.getEvent().detail(Details.REASON, limit));
        context.getEvent()
                .error(
                        verdict instanceof PasswordCheck.Verdict.Wrong wrong
                                ? wrong.eventError()
                                : Errors.USER_NOT_FOUND);
        context.failureChallenge(
                AuthenticationFlowError.INVALID_CREDENTIALS,
                page(context, unverifiedNumber, Optional.of(Problem.CREDENTIALS_INVALID)));
    }

    private Response page(AuthenticationFlowContext context, String shownAgain, Optional<Problem> problem) {
        MultivaluedMap<String, String> shown = new MultivaluedHashMap<>();
        if (shownAgain != null && shownAgain.length() <= LONGEST_SHOWN_AGAIN) {
            shown.putSingle(AuthenticationManager.FORM_USERNAME, shownAgain);
        }
        var form = PasskeySignIn.alone(context, clock)
                .offer(context.form().setFormData(shown))
                .setAttribute("scanOffered", ScanOffer.isMade(context));
        problem.ifPresent(p -> form.setAttribute("problem", p.code()));
        return form.createLoginUsernamePassword();
    }

    @Override
    public boolean requiresUser() {
        return false;
    }
}
