package org.cyberspaceid.enrolment;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.cyberspaceid.core.outcome.Problem;
import org.keycloak.authentication.AuthenticationFlowContext;

/** The end of a recovery: the account has a new password and number, and nothing that could sign in before can any more. */
final class RecoverStep extends EnrolmentStep {
    private static final String DONE = "cyberspaceid.recovered";

    private final Clock clock;

    RecoverStep(Clock clock) {
        super(6);
        this.clock = clock;
    }

    /** Whether this tab's account was recovered, not issued. */
    static boolean isBehind(AuthenticationFlowContext context) {
        return context.getAuthenticationSession().getAuthNote(DONE) != null;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (isBehind(context) && Issued.here(context)) {
            done(context);
        } else {
            super.authenticate(context);
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        if (!isBehind(context) || !Issued.here(context)) {
            super.action(context);
        } else {
            RegisterEvents.thenLogin(context);
            PasswordLevel.reached(context);
            context.success();
        }
    }

    @Override
    boolean isDone(EnrolmentState state) {
        return !state.recovers();
    }

    @Override
    void show(Journey journey) {
        Optional<String> password = ChosenPassword.take(journey.session());
        EnrolmentState state = journey.state();
        if (!state.mobileDone()
                || !state.recovery().proven()
                || !state.recovery().admitted()
                || password.isEmpty()) {
            journey.restartFlow();
        } else if (SignedIn.here(journey.context())) {
            Exits.end(journey.context(), number(), Problem.ENROLMENT_ALREADY_SIGNED_IN);
        } else {
            recover(journey, password.get());
        }
    }

    @Override
    void act(Journey journey, Form form) {
        journey.restartFlow();
    }

    private void recover(Journey journey, String password) {
        AuthenticationFlowContext context = journey.context();
        ApplyRecovery.Outcome outcome = new ApplyRecovery(journey, clock).with(password);
        if (outcome instanceof ApplyRecovery.Recovered recovered) {
            journey.close();
            Issued.set(context, recovered.user());
            context.getAuthenticationSession().setAuthNote(DONE, "true");
            RecoveryEvents.recovered(context, recovered.user());
            done(context);
        } else {
            Exits.end(context, number(), ((ApplyRecovery.Refused) outcome).problem());
        }
    }

    private void done(AuthenticationFlowContext context) {
        Pages.show(
                context,
                number(),
                "recovery-done.ftl",
                Map.of("ispName", Isp.name(context.getAuthenticationSession().getClient())));
    }
}
