package org.cyberspaceid.document.icao;

import java.time.LocalDate;
import org.cyberspaceid.core.document.DocumentCheck;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.document.check.Check;
import org.cyberspaceid.document.check.Finding;

/** The document is valid up to and including its last day, in Asia/Shanghai. */
final class ExpiryCheck implements Check<ChipEvidence> {
    @Override
    public DocumentCheck about() {
        return DocumentCheck.VALIDITY_PERIOD;
    }

    @Override
    public Finding run(ChipEvidence evidence) {
        LocalDate expiry = MrzDates.expiry(evidence.mrz().expiry(), evidence.today());
        return Finding.successIf(!evidence.today().isAfter(expiry), Problem.DOCUMENT_EXPIRED);
    }
}
