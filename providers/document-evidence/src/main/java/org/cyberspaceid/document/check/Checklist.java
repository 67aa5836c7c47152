package org.cyberspaceid.document.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cyberspaceid.core.document.DocumentCheck;
import org.cyberspaceid.core.document.DocumentCheck.Verdict;
import org.cyberspaceid.core.outcome.Problem;

/**
 * Checks in their order; the first problem ends it.
 *
 * @param <E> what they look at
 */
public final class Checklist<E> {
    private final List<Check<E>> checks;

    @SafeVarargs
    public Checklist(Check<E>... checks) {
        this.checks = List.of(checks);
    }

    /**
     * Runs the checks.
     *
     * @param verdicts receives the verdict of each check that was reached
     * @return the first problem
     */
    public Optional<Problem> run(E evidence, Map<DocumentCheck, Verdict> verdicts) {
        for (Check<E> check : checks) {
            verdicts.put(check.about(), Verdict.FAILED); // stands when the check throws
            Finding finding = check.run(evidence);
            verdicts.put(check.about(), finding.verdict());
            if (finding.problem().isPresent()) {
                return finding.problem();
            }
        }
        return Optional.empty();
    }
}
