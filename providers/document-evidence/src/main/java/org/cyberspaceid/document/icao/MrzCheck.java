package org.cyberspaceid.document.icao;

import org.cyberspaceid.core.document.DocumentCheck;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.document.check.Check;
import org.cyberspaceid.document.check.Finding;

/** ICAO 9303-3, 4.9: the check digits of the machine readable zone. Its alphabet and lengths were a matter of parsing it. */
final class MrzCheck implements Check<ChipEvidence> {
    @Override
    public DocumentCheck about() {
        return DocumentCheck.MACHINE_READABLE_ZONE;
    }

    @Override
    public Finding run(ChipEvidence evidence) {
        return Finding.successIf(evidence.mrz().checkDigitsHold(), Problem.READING_MALFORMED);
    }
}
