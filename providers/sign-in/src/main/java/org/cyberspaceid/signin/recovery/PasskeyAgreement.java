package org.cyberspaceid.signin.recovery;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.core.recovery.RecoveryNotes;
import org.cyberspaceid.signin.Step;
import org.cyberspaceid.signin.passkey.PasskeyCheck;
import org.cyberspaceid.signin.passkey.Passkeys;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * In a recovery, after document and face: a passkey of the account agrees, and nobody has to wait. Asked only of who has one and would wait
 * otherwise; who does not have it here goes on without. Whether there is one is told to nobody before document and face.
 */
final class PasskeyAgreement extends Step {
    private static final String WITHOUT = "without_passkey";

    /** Auth note: the account whose passkey is not at hand. */
    private static final String NOT_HERE = "cyberspaceid.recovery-without-passkey";

    private final Clock clock;

    PasskeyAgreement(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        asked(context)
                .ifPresentOrElse(user -> context.challenge(page(context, user, Optional.empty())), context::success);
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        MultivaluedMap<String, String> unverifiedForm = context.getHttpRequest().getDecodedFormParameters();
        Optional<UserModel> user = asked(context);
        if (user.isEmpty()) {
            context.success();
        } else if (PasskeyCheck.isIn(unverifiedForm)) {
            judge(context, user.get(), unverifiedForm);
        } else if (WITHOUT.equals(unverifiedForm.getFirst("action"))) {
            context.getAuthenticationSession().setAuthNote(NOT_HERE, user.get().getId());
            context.success();
        } else {
            context.challenge(page(context, user.get(), Optional.empty()));
        }
    }

    private Optional<UserModel> asked(AuthenticationFlowContext context) {
        AuthenticationSessionModel tab = context.getAuthenticationSession();
        return ProvenAccount.of(context)
                .filter(user -> !isNoted(tab, RecoveryNotes.AGREED_ACCOUNT, user))
                .filter(user -> !isNoted(tab, RecoveryNotes.WAITED_ACCOUNT, user))
                .filter(user -> !isNoted(tab, NOT_HERE, user))
                .filter(user -> new Passkeys(context.getSession(), user, clock).any());
    }

    private static boolean isNoted(AuthenticationSessionModel tab, String note, UserModel user) {
        return user.getId().equals(tab.getAuthNote(note));
    }

    private void judge(
            AuthenticationFlowContext context, UserModel user, MultivaluedMap<String, String> unverifiedForm) {
        PasskeyCheck.Verdict verdict = check(context).judge(unverifiedForm, user);
        if (verdict instanceof PasskeyCheck.Verdict.Wrong wrong) {
            context.getEvent()
                    .clone()
                    .event(EventType.RESET_PASSWORD)
                    .user(user)
                    .detail(Details.CREDENTIAL_TYPE, WebAuthnCredentialModel.TYPE_PASSWORDLESS)
                    .detail(Details.REASON, Problem.PASSKEY_REFUSED.code())
                    .error(wrong.eventError());
            context.challenge(page(context, user, Optional.of(Problem.PASSKEY_REFUSED)));
        } else {
            ProvenAccount.agrees(context, user);
            context.success();
        }
    }

    private Response page(AuthenticationFlowContext context, UserModel user, Optional<Problem> problem) {
        var form = context.form()
                .setAttribute("passkey", check(context).challenge(user))
                .setAttribute("recovering", true);
        problem.ifPresent(p -> form.setAttribute("problem", p.code()));
        return form.createForm("sign-in-passkey.ftl");
    }

    private PasskeyCheck check(AuthenticationFlowContext context) {
        return new PasskeyCheck(context.getSession(), context.getAuthenticationSession(), clock);
    }

    @Override
    public boolean requiresUser() {
        return false;
    }
}
