package org.cyberspaceid.document;

import java.time.Clock;
import java.util.Map;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.DocumentVerdict;
import org.cyberspaceid.core.outcome.Problem;

/** Verifies what a reader submitted. */
public final class ReadingVerifier {
    private final TrustAnchors anchors;
    private final Clock clock;

    public ReadingVerifier(TrustAnchors anchors, Clock clock) {
        this.anchors = anchors;
        this.clock = clock;
    }

    /** See the contract in the README of this module. */
    public DocumentVerdict verify(
            DocumentType expected, byte[] unverifiedSubmission, byte[] challenge, String audience) {
        return new DocumentVerdict.Refused(Problem.READING_MALFORMED, Map.of());
    }

    @Override
    public String toString() {
        return "ReadingVerifier[" + anchors + ", " + clock + "]";
    }
}
