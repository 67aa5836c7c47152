package org.cyberspaceid.enrolment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.core.password.EightDigitPassword;

/**
 * Step 5: the 8-digit password. It is kept nowhere: the issuing step runs in the same request and takes it from the request's
 * memory ({@link ChosenPassword}). So this step is never done for a later request; whoever comes back chooses again.
 */
final class PasswordStep extends EnrolmentStep {
    PasswordStep() {
        super(5);
    }

    @Override
    boolean isDone(EnrolmentState state) {
        return false;
    }

    @Override
    void show(Journey journey) {
        Pages.show(journey.context(), number(), "enrol-password.ftl", Map.of());
    }

    @Override
    void act(Journey journey, Form form) {
        String chosen = form.text("password-new");
        Optional<Problem> problem = check(journey.state(), chosen, form.text("password-confirm"));
        if (problem.isPresent()) {
            Pages.show(journey.context(), number(), "enrol-password.ftl", Map.of(), problem.get());
        } else {
            ChosenPassword.hold(journey.session(), chosen);
            journey.context().success();
        }
    }

    static Optional<Problem> check(EnrolmentState state, String chosen, String again) {
        DocumentState document = state.document();
        Optional<Problem> broken = EightDigitPassword.check(
                chosen,
                java.time.LocalDate.parse(document.birthDate()),
                List.of(state.mobile().e164(), document.number()));
        return broken.isEmpty() && !chosen.equals(again) ? Optional.of(Problem.PASSWORD_MISMATCH) : broken;
    }
}
