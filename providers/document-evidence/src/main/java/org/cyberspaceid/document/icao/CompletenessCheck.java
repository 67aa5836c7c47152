package org.cyberspaceid.document.icao;

import java.util.Set;
import org.cyberspaceid.core.document.DocumentCheck;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.document.check.Check;
import org.cyberspaceid.document.check.Finding;

/** Who submits cannot leave out what the document has: every listed group that we read must be there, DG1 and DG2 always. */
final class CompletenessCheck implements Check<SodEvidence> {
    private static final int DG15 = 15;
    private static final Set<Integer> ALWAYS = Set.of(1, 2);
    private static final Set<Integer> WHEN_LISTED = Set.of(11, 14);

    @Override
    public DocumentCheck about() {
        return DocumentCheck.DATA_GROUP_HASHES;
    }

    @Override
    public Finding run(SodEvidence evidence) {
        Set<Integer> there = evidence.unverifiedGroups().keySet();
        if (evidence.sod().lists(DG15) && !there.contains(DG15)) {
            return Finding.failed(Problem.DOCUMENT_CLONED); // a copy hides that the original could prove itself
        }
        boolean complete = there.containsAll(ALWAYS)
                && WHEN_LISTED.stream().allMatch(g -> !evidence.sod().lists(g) || there.contains(g));
        return Finding.successIf(complete, Problem.READING_MALFORMED);
    }
}
