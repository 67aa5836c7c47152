package org.cyberspaceid.core.document;

import java.util.Map;
import java.util.Optional;
import org.cyberspaceid.core.outcome.Problem;

/** What came of verifying a reading. */
public sealed interface DocumentVerdict {

    /** The verdict of each check; a check that is missing was not reached. */
    Map<DocumentCheck, DocumentCheck.Verdict> checks();

    /**
     * Genuine.
     *
     * @param document what it says
     * @param portrait the holder's portrait as the chip or the statement carries it (JPEG, PNG or JPEG 2000), untrusted as an image
     * @param person the population registry's reference, when it was asked and gave one
     */
    record Accepted(
            VerifiedDocument document,
            byte[] portrait,
            Map<DocumentCheck, DocumentCheck.Verdict> checks,
            Optional<PersonReference> person)
            implements DocumentVerdict {

        /** Before the population registry is asked. */
        public Accepted(VerifiedDocument document, byte[] portrait, Map<DocumentCheck, DocumentCheck.Verdict> checks) {
            this(document, portrait, checks, Optional.empty());
        }
    }

    /** Not accepted, for this reason. */
    record Refused(Problem problem, Map<DocumentCheck, DocumentCheck.Verdict> checks) implements DocumentVerdict {}
}
