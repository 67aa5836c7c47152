package org.cyberspaceid.signin.control;

import java.time.Clock;
import java.time.Duration;
import org.cyberspaceid.ownpages.OwnAction;
import org.cyberspaceid.signin.freeze.Freezing;
import org.keycloak.authentication.RequiredActionContext;

/** The citizen freezes the own ID. In an emergency nobody should have to sign in twice, so a sign-in may be some minutes old. */
final class FreezeAction extends ConfirmedAction {
    private static final Duration MAX_AGE = Duration.ofMinutes(5);

    private final Clock clock;

    FreezeAction(Clock clock) {
        super(OwnAction.FREEZE, MAX_AGE, clock);
        this.clock = clock;
    }

    @Override
    void perform(RequiredActionContext context) {
        new Freezing(context.getSession(), context.getUser(), clock).begin();
    }
}
