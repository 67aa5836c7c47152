package org.cyberspaceid.signin.password;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.mobile.MobileNumbers;
import org.cyberspaceid.signin.Step;
import org.cyberspaceid.signin.scan.ScanOffer;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.cyberspaceid.vault.keys.SealBrokenException;
import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.models.KeycloakSession;
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

    SignInPassword(MobileNumbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        context.challenge(page(context, "", Optional.empty()));
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
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
    private static void unreadable(
            AuthenticationFlowContext context, String unverifiedNumber, SealBrokenException broken) {
        LOG.errorf("vault_seal_broken at sign-in: %s", broken.getMessage());
        context.getEvent().error(Problem.RECORD_UNREADABLE.code());
        context.forceChallenge(page(context, unverifiedNumber, Optional.of(Problem.RECORD_UNREADABLE)));
    }

    private void check(
            AuthenticationFlowContext context, MultivaluedMap<String, String> form, String unverifiedNumber) {
        Optional<KeycloakAccount> account =
                find(context, unverifiedNumber).map(user -> new KeycloakAccount(context, user));
        PasswordCheck check = new PasswordCheck(() -> AuthenticatorUtils.dummyHash(context));
        PasswordCheck.Verdict verdict = check.judge(account, form.getFirst(CredentialRepresentation.PASSWORD));
        if (verdict instanceof PasswordCheck.Verdict.Wrong wrong) {
            refuse(context, account.map(KeycloakAccount::user), wrong, unverifiedNumber);
        } else {
            context.setUser(account.orElseThrow().user());
            context.success(PasswordCredentialModel.TYPE);
        }
    }

    /** The citizen with this number; where a session asks for the password again, only its own citizen. */
    private Optional<UserModel> find(AuthenticationFlowContext context, String unverifiedNumber) {
        KeycloakSession session = context.getSession();
        if (!(numbers.parse(unverifiedNumber) instanceof MobileNumbers.Parsed.Good good)) {
            return Optional.empty();
        }
        UserModel current = context.getUser();
        return session.getProvider(IdentityVaultProvider.class)
                .identities()
                .userWithMobile(good.number())
                .map(id -> session.users().getUserById(context.getRealm(), id))
                .filter(user -> current == null || current.getId().equals(user.getId()));
    }

    private void refuse(
            AuthenticationFlowContext context,
            Optional<UserModel> user,
            PasswordCheck.Verdict.Wrong wrong,
            String unverifiedNumber) {
        user.ifPresent(known -> context.getEvent().user(known));
        context.getEvent().error(wrong.eventError());
        if (wrong.isGuess()) {
            user.ifPresent(known -> countFailure(context, known));
        }
        Response page = page(context, unverifiedNumber, Optional.of(Problem.CREDENTIALS_INVALID));
        AuthenticationFlowError error =
                user.isPresent() ? AuthenticationFlowError.INVALID_CREDENTIALS : AuthenticationFlowError.INVALID_USER;
        if (wrong.isGuess()) {
            context.failureChallenge(error, page);
        } else {
            context.forceChallenge(page);
        }
    }

    /**
     * Keycloak counts a failure for the user of the flow, else for the one whose name stands in {@code ATTEMPTED_USERNAME}. At a first
     * sign-in there is neither, so it is counted here.
     */
    private static void countFailure(AuthenticationFlowContext context, UserModel user) {
        if (context.getUser() == null && context.getRealm().isBruteForceProtected()) {
            context.getProtector()
                    .failedLogin(
                            context.getRealm(),
                            user,
                            context.getConnection(),
                            context.getUriInfo(),
                            Set.of(PasswordCredentialModel.TYPE));
        }
    }

    private static Response page(AuthenticationFlowContext context, String shownAgain, Optional<Problem> problem) {
        MultivaluedMap<String, String> shown = new MultivaluedHashMap<>();
        if (shownAgain != null && shownAgain.length() <= LONGEST_SHOWN_AGAIN) {
            shown.putSingle(AuthenticationManager.FORM_USERNAME, shownAgain);
        }
        var form = context.form().setFormData(shown).setAttribute("scanOffered", ScanOffer.isMade(context));
        problem.ifPresent(p -> form.setAttribute("problem", p.code()));
        return form.createLoginUsernamePassword();
    }

    @Override
    public boolean requiresUser() {
        return false;
    }
}
