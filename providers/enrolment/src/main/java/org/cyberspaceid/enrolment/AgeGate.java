package org.cyberspaceid.enrolment;

import java.time.LocalDate;
import java.util.Optional;
import org.cyberspaceid.core.document.Age;
import org.cyberspaceid.core.outcome.Problem;

/** Who may enrol alone: adults (Order 173; PIPL 31). Everyone younger needs a guardian, whose consent comes with a later feature. */
final class AgeGate {
    private AgeGate() {}

    static Optional<Problem> check(LocalDate birthDate, LocalDate today) {
        return Age.inYears(birthDate, today) < Age.ADULT ? Optional.of(Problem.GUARDIAN_REQUIRED) : Optional.empty();
    }
}
