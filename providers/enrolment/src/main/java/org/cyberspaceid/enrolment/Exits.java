package org.cyberspaceid.enrolment;

import java.util.Optional;
import org.cyberspaceid.core.outcome.Problem;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.Errors;
import org.keycloak.protocol.LoginProtocol;

/** The ways out of an enrolment other than through it. None leaves a row. */
final class Exits {
    /** Auth note: the code of the problem that ended this enrolment, so that its page survives a refresh. */
    static final String ENDED = "cyberspaceid.enrolment-ended";

    private Exits() {}

    static Optional<Problem> endedWith(AuthenticationFlowContext context) {
        return Optional.ofNullable(context.getAuthenticationSession().getAuthNote(ENDED))
                .flatMap(Problem::ofCode);
    }

    /** Ends the enrolment with a problem's page. Nothing of the enrolment is kept. */
    static void end(AuthenticationFlowContext context, int step, Problem problem) {
        Journey.find(context).ifPresent(Journey::close);
        context.getAuthenticationSession().setAuthNote(ENDED, problem.code());
        Refusals.tell(context, problem);
        Pages.problem(context, step, problem);
    }

    /** The way on from a problem that ended the enrolment. */
    static void goOn(AuthenticationFlowContext context, Problem problem) {
        switch (problem.wayOn()) {
            case SIGN_IN -> signIn(context);
            case LEAVE -> leave(context, Errors.REJECTED_BY_USER);
            default ->
                startOver(
                        context,
                        problem != Problem.RECOVERY_NO_ID && RecoveryWish.isThere(context.getAuthenticationSession()));
        }
    }

    /** From the first page. What was begun is gone; what the person came for is not. */
    static void startOver(AuthenticationFlowContext context, boolean toRecover) {
        Journey.find(context).ifPresent(Journey::close);
        context.resetFlow(() -> {
            if (toRecover) {
                RecoveryWish.set(context.getAuthenticationSession());
            }
        });
    }

    /** To the sign-in page, with the same request of the ISP. */
    static void signIn(AuthenticationFlowContext context) {
        Journey.find(context).ifPresent(Journey::close);
        context.fork();
    }

    /**
     * Back to the ISP with OAuth's {@code access_denied}, as {@link AuthenticationFlowContext#cancelLogin} does, but with an error
     * of our choice in the event.
     */
    static void leave(AuthenticationFlowContext context, String eventError) {
        Journey.find(context).ifPresent(Journey::close);
        context.getEvent().error(eventError);
        LoginProtocol protocol = context.getSession()
                .getProvider(
                        LoginProtocol.class, context.getAuthenticationSession().getProtocol());
        protocol.setRealm(context.getRealm())
                .setHttpHeaders(context.getHttpRequest().getHttpHeaders())
                .setUriInfo(context.getUriInfo())
                .setEventBuilder(context.getEvent());
        context.forceChallenge(
                protocol.sendError(context.getAuthenticationSession(), LoginProtocol.Error.CANCELLED_BY_USER, null));
    }
}
