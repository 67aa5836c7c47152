package org.cyberspaceid.signin.passkey;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.signin.Amr;
import org.cyberspaceid.signin.level.AskedLevels;
import org.cyberspaceid.signin.level.UnmetLevel;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.Details;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The passkey on the sign-in page, where it is enough by itself, and after the password, in the place of an SMS code. A wrong answer counts
 * against nobody: there is nothing to guess, and whoever sends nonsense must not lock anybody out.
 */
public final class PasskeySignIn {
    /** User-session note: Keycloak's id of the credential, so that a removed passkey's sessions end. */
    public static final String NOTE = "cyberspace-id.passkey";

    /** Auth note: used in this very sign-in. */
    private static final String USED = "cyberspace-id.passkey-used";

    private final AuthenticationFlowContext context;
    private final AuthenticationSessionModel tab;
    private final PasskeyCheck check;
    private final boolean afterPassword;

    private PasskeySignIn(AuthenticationFlowContext context, Clock clock, boolean afterPassword) {
        this.context = context;
        this.afterPassword = afterPassword;
        this.tab = context.getAuthenticationSession();
        this.check = new PasskeyCheck(context.getSession(), tab, clock);
    }

    /** On the sign-in page. */
    public static PasskeySignIn alone(AuthenticationFlowContext context, Clock clock) {
        return new PasskeySignIn(context, clock, false);
    }

    /** As second factor. */
    public static PasskeySignIn afterPassword(AuthenticationFlowContext context, Clock clock) {
        return new PasskeySignIn(context, clock, true);
    }

    /** Whether this tab's sign-in was by a passkey: nothing more is asked then. */
    public static boolean isDone(AuthenticationSessionModel tab) {
        return tab.getAuthNote(USED) != null;
    }

    /** Puts a challenge on a page. */
    public LoginFormsProvider offer(LoginFormsProvider page) {
        return page.setAttribute("passkey", check.challenge(context.getUser()))
                .setAttribute("passkeyOnly", AskedLevels.of(tab).passkeyNeeded());
    }

    /**
     * Takes a form that is a passkey's, and every form where nothing but a passkey will do.
     *
     * @param again the page, with a problem
     * @return whether the form was taken: the caller has nothing more to do
     */
    public boolean takes(MultivaluedMap<String, String> unverifiedForm, Function<Optional<Problem>, Response> again) {
        if (PasskeyCheck.isIn(unverifiedForm)) {
            judge(unverifiedForm, again);
            return true;
        }
        if (!AskedLevels.of(tab).passkeyNeeded()) {
            return false;
        }
        if ("without_passkey".equals(unverifiedForm.getFirst("action"))) {
            without(again);
        } else {
            context.forceChallenge(again.apply(Optional.empty()));
        }
        return true;
    }

    private void judge(MultivaluedMap<String, String> unverifiedForm, Function<Optional<Problem>, Response> again) {
        PasskeyCheck.Verdict verdict = check.judge(unverifiedForm, context.getUser());
        if (verdict instanceof PasskeyCheck.Verdict.Right right) {
            context.setUser(right.user());
            tab.setAuthNote(USED, "true");
            tab.setUserSessionNote(NOTE, right.id());
            methods(right.deviceBound()).note(tab);
            context.success();
        } else if (verdict instanceof PasskeyCheck.Verdict.Wrong wrong) {
            refuse(wrong, again);
        }
    }

    private void refuse(PasskeyCheck.Verdict.Wrong wrong, Function<Optional<Problem>, Response> again) {
        wrong.user().ifPresent(user -> context.getEvent().user(user));
        context.getEvent()
                .detail(Details.CREDENTIAL_TYPE, WebAuthnCredentialModel.TYPE_PASSWORDLESS)
                .detail(Details.REASON, Problem.PASSKEY_REFUSED.code())
                .error(wrong.eventError());
        context.forceChallenge(again.apply(Optional.of(Problem.PASSKEY_REFUSED)));
    }

    private void without(Function<Optional<Problem>, Response> again) {
        context.forceChallenge(
                AskedLevels.of(tab).settleWithoutPasskey()
                        ? again.apply(Optional.empty())
                        : UnmetLevel.answer(context.getSession(), tab));
    }

    private Amr methods(boolean deviceBound) {
        if (afterPassword) {
            return deviceBound ? Amr.PASSWORD_AND_DEVICE_BOUND_PASSKEY : Amr.PASSWORD_AND_SYNCED_PASSKEY;
        }
        return deviceBound ? Amr.DEVICE_BOUND_PASSKEY : Amr.SYNCED_PASSKEY;
    }
}
