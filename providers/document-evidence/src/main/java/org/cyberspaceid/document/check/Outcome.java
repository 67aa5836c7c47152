package org.cyberspaceid.document.check;

import java.util.Optional;
import org.cyberspaceid.core.document.DocumentCheck.Verdict;

/**
 * What came of one check, for an operator.
 *
 * @param reason a stable code in lower case, when there is more to say than the verdict
 */
public record Outcome(Verdict verdict, Optional<String> reason) {
    public static final Outcome SUCCESS = new Outcome(Verdict.SUCCESS, Optional.empty());

    public static Outcome of(Verdict verdict, String reason) {
        return new Outcome(verdict, Optional.of(reason));
    }
}
