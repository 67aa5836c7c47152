package org.cyberspaceid.enrolment;

import java.util.Optional;
import org.cyberspaceid.core.outcome.Problem;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * One step of the registration flow. What is shown follows from the row alone, so a refresh shows the same page, and a step that
 * is done lets the flow pass.
 */
abstract class EnrolmentStep implements Authenticator {
    private final int number;

    EnrolmentStep(int number) {
        this.number = number;
    }

    /** Whether the flow can go on to the next step. */
    abstract boolean isDone(EnrolmentState state);

    /** Shows the step's page for the journey's state. */
    abstract void show(Journey journey);

    /** Acts on the step's own page. */
    abstract void act(Journey journey, Form form);

    /** The state after "try again" on a problem's page. */
    EnrolmentState tryAgain(EnrolmentState state) {
        return state.withProblem(null);
    }

    /** What to do when no enrolment is open in this tab. */
    void withoutJourney(AuthenticationFlowContext context) {
        Exits.end(context, number, Problem.ENROLMENT_EXPIRED);
    }

    /** What to do with a form when no enrolment is open in this tab. */
    void actWithoutJourney(AuthenticationFlowContext context, Form form) {
        withoutJourney(context);
    }

    final int number() {
        return number;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (Issued.here(context)) {
            context.success();
            return;
        }
        if (Issued.beganAnew(context)) {
            return;
        }
        Optional<Problem> ended = Exits.endedWith(context);
        if (ended.isPresent()) {
            Pages.problem(context, number, ended.get());
            return;
        }
        RecoveryEvents.name(context);
        Journey.find(context).ifPresentOrElse(this::enter, () -> withoutJourney(context));
    }

    private void enter(Journey journey) {
        if (isDone(journey.state())) {
            journey.context().success();
        } else {
            render(journey);
        }
    }

    /** The page of the state: the service hall, a problem, or the step's own. */
    final void render(Journey journey) {
        EnrolmentState state = journey.state();
        if (state.hall()) {
            Pages.serviceHall(journey.context(), number);
        } else if (state.problem() != null) {
            Pages.problem(journey.context(), number, state.problem());
        } else {
            show(journey);
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        if (Issued.beganAnew(context)) {
            return;
        }
        Form form = Form.of(context);
        RecoveryEvents.name(context);
        Optional<Problem> ended = Exits.endedWith(context);
        if (ended.isPresent()) {
            afterEnd(context, form, ended.get());
            return;
        }
        try {
            Journey.find(context).ifPresentOrElse(j -> dispatch(j, form), () -> actWithoutJourney(context, form));
        } catch (Journey.Lost lost) {
            Exits.end(context, number, Problem.ENROLMENT_EXPIRED);
        }
    }

    private void afterEnd(AuthenticationFlowContext context, Form form, Problem problem) {
        switch (form.action()) {
            case "other_way" -> Pages.serviceHall(context, number);
            case "back" -> Pages.problem(context, number, problem);
            case "cancel" -> Exits.leave(context, Errors.REJECTED_BY_USER);
            default -> Exits.goOn(context, problem);
        }
    }

    private void dispatch(Journey journey, Form form) {
        EnrolmentState state = journey.state();
        if (form.action().equals("cancel")) {
            Exits.leave(journey.context(), Errors.REJECTED_BY_USER);
        } else if (state.hall()) {
            render(journey.change(s -> s.withHall(false)));
        } else if (form.action().equals("other_way")) {
            render(journey.change(s -> s.withHall(true)));
        } else if (form.action().equals("other_document") && state.documentType() != null) {
            otherDocument(journey);
        } else if (state.problem() != null) {
            goOn(journey, state.problem());
        } else {
            act(journey, form);
        }
    }

    private void goOn(Journey journey, Problem problem) {
        switch (problem.wayOn()) {
            case TRY_AGAIN -> tryAgain(journey);
            case OTHER_DOCUMENT -> otherDocument(journey);
            case SERVICE_HALL -> render(journey.change(s -> s.withHall(true)));
            default -> Exits.goOn(journey.context(), problem);
        }
    }

    private void tryAgain(Journey journey) {
        journey.closeReading(); // its rows must not outlive a cancel
        journey.change(this::tryAgain);
        Optional.ofNullable(journey.state().problem()).ifPresent(still -> Refusals.tell(journey.context(), still));
        render(journey);
    }

    /** Back to the choice of a document; what came of the last one is forgotten. */
    final void otherDocument(Journey journey) {
        journey.closeReading();
        journey.change(s -> s.withDocumentType(null)).restartFlow();
    }

    /** Puts the problem's page in the place of the step's own, and tells the event listeners. */
    final void refuse(Journey journey, Problem problem) {
        Refusals.tell(journey.context(), problem);
        render(journey.change(s -> s.withProblem(problem)));
    }

    @Override
    public boolean requiresUser() {
        return false;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
        // Enrolment asks for everything itself.
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
