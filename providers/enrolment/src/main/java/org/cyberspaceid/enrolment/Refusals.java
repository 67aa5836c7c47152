package org.cyberspaceid.enrolment;

import org.cyberspaceid.core.outcome.Problem;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;

/** Every refusal is an event of type {@code REGISTER_ERROR} whose error is the problem's code: no user, no details of the person. */
final class Refusals {
    private Refusals() {}

    /** In the browser's flow. The flow's own event stays unsent and usable. */
    static void tell(AuthenticationFlowContext context, Problem problem) {
        context.getEvent().clone().error(problem.code());
    }

    /** At an endpoint beside the flow. */
    static void tell(KeycloakSession session, String clientId, Problem problem) {
        new EventBuilder(
                        session.getContext().getRealm(),
                        session,
                        session.getContext().getConnection())
                .event(EventType.REGISTER)
                .client(clientId)
                .error(problem.code());
    }
}
