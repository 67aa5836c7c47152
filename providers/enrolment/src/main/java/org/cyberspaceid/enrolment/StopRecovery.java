package org.cyberspaceid.enrolment;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.core.vault.IdentityRecord;
import org.cyberspaceid.mobile.notice.Notice;
import org.cyberspaceid.mobile.notice.SmsNotices;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.events.EventType;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Whoever signs in while a recovery of their ID waits is asked whether it is theirs, and can stop it: with the password on a known
 * device, or by a passkey. Not with an SMS code: the number may be in the hands of whoever began it. Nor where a phone approved, which may
 * have signed in by one.
 */
final class StopRecovery implements RequiredActionProvider {
    private static final String STOP = "stop_recovery";
    /** Answered in this sign-in; Keycloak evaluates once more after the last page. */
    private static final String ANSWERED = "cyberspaceid.recovery-answered";
    /** As sign-in notes how the person signed in (RFC 8176); nothing is noted of who has just enrolled or recovered. */
    private static final String METHODS = "cyberspace-id.amr";

    private static final String SMS = "\"sms\"";
    private static final String PHONE = "\"mca\"";

    private final Clock clock;

    StopRecovery(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        AuthenticationSessionModel tab = context.getAuthenticationSession();
        if (tab.getAuthNote(ANSWERED) == null && mayStop(tab) && due(context).isPresent()) {
            tab.addRequiredAction(StopRecoveryFactory.PROVIDER_ID);
        }
    }

    /** A sign-in of this moment, and a strong one. */
    private static boolean mayStop(AuthenticationSessionModel tab) {
        String methods = tab.getUserSessionNotes().get(METHODS);
        return methods != null
                && !methods.contains(SMS)
                && !methods.contains(PHONE)
                && !"true".equals(tab.getAuthNote(AuthenticationManager.SSO_AUTH));
    }

    private Optional<Instant> due(RequiredActionContext context) {
        return RecoveryRows.of(context.getSession()).dueAt(context.getUser().getId(), clock.instant());
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        Optional<Instant> due = due(context);
        if (due.isEmpty() || !mayStop(context.getAuthenticationSession())) {
            context.success();
        } else {
            context.challenge(context.form()
                    .setAttribute("dueAt", DueTime.text(due.get()))
                    .createForm("recovery-stop.ftl"));
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        AuthenticationSessionModel tab = context.getAuthenticationSession();
        String action = context.getHttpRequest().getDecodedFormParameters().getFirst("action");
        if (STOP.equals(action) && mayStop(tab)) {
            stop(context);
        }
        tab.setAuthNote(ANSWERED, "true");
        context.success();
    }

    private static void stop(RequiredActionContext context) {
        String userId = context.getUser().getId();
        if (!RecoveryRows.of(context.getSession()).end(userId)) {
            return;
        }
        context.getEvent()
                .clone()
                .event(EventType.RESET_PASSWORD)
                .user(context.getUser())
                .error(Problem.RECOVERY_STOPPED.code());
        context.getSession()
                .getProvider(IdentityVaultProvider.class)
                .identities()
                .read(userId)
                .flatMap(IdentityRecord::reachableAt)
                .ifPresent(number -> SmsNotices.afterCommit(context.getSession(), number, Notice.RECOVERY_STOPPED));
    }

    @Override
    public void close() {
        // holds nothing
    }
}
