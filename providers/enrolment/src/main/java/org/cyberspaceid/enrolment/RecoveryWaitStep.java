package org.cyberspaceid.enrolment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.core.recovery.RecoveryNotes;
import org.cyberspaceid.core.vault.IdentityRecord;
import org.cyberspaceid.mobile.notice.Notice;
import org.cyberspaceid.mobile.notice.SmsNotices;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.Errors;
import org.keycloak.models.UserModel;

/**
 * Between the proof and the new password: a time in which whoever has the ID can object. A face engine without a certified detection of
 * attacks is not enough to take an account over at once. Whoever is admitted has waited, or a known device or a passkey of the account
 * agreed ({@link RecoveryNotes#AGREED_ACCOUNT}). Whether the time is over is read here again, whatever a note says.
 */
final class RecoveryWaitStep extends EnrolmentStep {
    private static final String STOP = "stop_recovery";

    private final Duration wait;
    private final Clock clock;

    RecoveryWaitStep(Duration wait, Clock clock) {
        super(3);
        this.wait = wait;
        this.clock = clock;
    }

    @Override
    boolean isDone(EnrolmentState state) {
        return !state.recovers() || state.recovery().admitted();
    }

    @Override
    void show(Journey journey) {
        if (!journey.state().faceDone() || !journey.state().recovery().proven()) {
            journey.restartFlow();
            return;
        }
        Instant now = clock.instant();
        Optional<Instant> due = RecoveryRows.of(journey.session()).dueAt(account(journey), now);
        if (wait.isZero()
                || agreed(journey)
                || due.filter(at -> !at.isAfter(now)).isPresent()) {
            journey.change(s -> s.withRecovery(s.recovery().admit())).context().success();
        } else {
            page(journey, due.orElseGet(() -> begin(journey, now)));
        }
    }

    private Instant begin(Journey journey, Instant now) {
        Instant dueAt = now.plus(wait);
        RecoveryRows rows = RecoveryRows.of(journey.session());
        if (rows.begin(account(journey), now, dueAt)) {
            RecoveryEvents.refused(journey.context(), user(journey), Problem.RECOVERY_WAITING);
            tell(journey, Notice.RECOVERY_BEGUN);
        }
        return rows.dueAt(account(journey), now).orElse(dueAt);
    }

    /** The number that the account has: it may be somebody else's by now, so it hears that something happens and nothing more. */
    private static void tell(Journey journey, Notice notice) {
        journey.session()
                .getProvider(IdentityVaultProvider.class)
                .identities()
                .read(account(journey))
                .flatMap(IdentityRecord::reachableAt)
                .ifPresent(number -> SmsNotices.afterCommit(journey.session(), number, notice));
    }

    private static void page(Journey journey, Instant due) {
        Pages.show(
                journey.context(),
                3,
                "recovery-waits.ftl",
                Map.of(
                        "dueAt",
                        DueTime.text(due),
                        "ispName",
                        Isp.name(journey.context().getAuthenticationSession().getClient())));
    }

    @Override
    void act(Journey journey, Form form) {
        if (form.action().equals(STOP) && journey.state().recovery().proven()) {
            stop(journey);
        } else {
            Exits.leave(journey.context(), Errors.REJECTED_BY_USER);
        }
    }

    /** Document and face are as good as a known device: whoever has shown them may stop what was begun with others. */
    private void stop(Journey journey) {
        AuthenticationFlowContext context = journey.context();
        if (RecoveryRows.of(journey.session()).end(account(journey))) {
            RecoveryEvents.refused(context, user(journey), Problem.RECOVERY_STOPPED);
            tell(journey, Notice.RECOVERY_STOPPED);
        }
        Exits.end(context, number(), Problem.RECOVERY_STOPPED);
    }

    private static boolean agreed(Journey journey) {
        return account(journey)
                .equals(journey.context().getAuthenticationSession().getAuthNote(RecoveryNotes.AGREED_ACCOUNT));
    }

    private static String account(Journey journey) {
        return journey.state().recovery().userId();
    }

    private static UserModel user(Journey journey) {
        return journey.session().users().getUserById(journey.context().getRealm(), account(journey));
    }
}
