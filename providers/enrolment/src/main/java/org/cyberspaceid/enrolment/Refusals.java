package org.cyberspaceid.enrolment;

import org.cyberspaceid.core.outcome.Problem;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;

/**
 * Every refusal is an event of type {@code REGISTER_ERROR}, in a recovery {@code RESET_PASSWORD_ERROR}, whose error is the problem's code: no
 * user, no details of the person.
 */
final class Refusals {
    private Refusals() {}

    /** In the browser's flow. The flow's own event stays unsent and usable. */
    static void tell(AuthenticationFlowContext context, Problem problem) {
        context.getEvent().clone().error(problem.code());
    }

    /** At an endpoint beside the flow, of an enrolment or recovery that is known. */
    static void tell(KeycloakSession session, EnrolmentState state, Problem problem) {
        event(session, state.recovers() ? EventType.RESET_PASSWORD : EventType.REGISTER)
                .client(state.clientId())
                .error(problem.code());
    }

    /** The same of one that is not known. */
    static void tell(KeycloakSession session, Problem problem) {
        event(session, EventType.REGISTER).error(problem.code());
    }

    private static EventBuilder event(KeycloakSession session, EventType type) {
        return new EventBuilder(
                        session.getContext().getRealm(),
                        session,
                        session.getContext().getConnection())
                .event(type);
    }
}
