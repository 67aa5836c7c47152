package org.cyberspaceid.enrolment;

import org.cyberspaceid.core.outcome.Problem;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.EventType;
import org.keycloak.models.UserModel;

/** A recovery walks through the registration flow; its events are {@code RESET_PASSWORD} all the same. */
final class RecoveryEvents {
    private RecoveryEvents() {}

    /** The event of this request is of a recovery, if the tab is about one. */
    static void name(AuthenticationFlowContext context) {
        if (RecoveryWish.isThere(context.getAuthenticationSession())) {
            context.getEvent().event(EventType.RESET_PASSWORD);
        }
    }

    /** Document and face were proved, and yet: the event names the account. */
    static void refused(AuthenticationFlowContext context, UserModel user, Problem problem) {
        context.getEvent().clone().event(EventType.RESET_PASSWORD).user(user).error(problem.code());
    }

    static void recovered(AuthenticationFlowContext context, UserModel user) {
        context.getEvent().clone().event(EventType.RESET_PASSWORD).user(user).success();
    }
}
