package org.cyberspaceid.document.check;

import java.util.Optional;
import org.cyberspaceid.core.document.DocumentCheck.Verdict;
import org.cyberspaceid.core.outcome.Problem;

/**
 * The answer to a check.
 *
 * @param verdict for the report
 * @param problem present: the reading is refused for this
 */
public record Finding(Verdict verdict, Optional<Problem> problem) {
    public static final Finding SUCCESS = new Finding(Verdict.SUCCESS, Optional.empty());
    /** The document does not have what the check looks at, and need not have it. */
    public static final Finding NOT_PERFORMED = new Finding(Verdict.NOT_PERFORMED, Optional.empty());

    public static Finding failed(Problem problem) {
        return new Finding(Verdict.FAILED, Optional.of(problem));
    }

    /** Not known, and the deployer's policy accepts that. */
    public static final Finding UNDETERMINED_AND_ACCEPTED = new Finding(Verdict.UNDETERMINED, Optional.empty());

    /** Not known, which is not good enough. */
    public static Finding undetermined(Problem problem) {
        return new Finding(Verdict.UNDETERMINED, Optional.of(problem));
    }

    public static Finding successIf(boolean holds, Problem otherwise) {
        return holds ? SUCCESS : failed(otherwise);
    }
}
