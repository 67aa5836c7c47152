package org.cyberspaceid.document.icao;

import org.cyberspaceid.core.document.DocumentCheck;
import org.cyberspaceid.core.document.DocumentNumber;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.document.check.Check;
import org.cyberspaceid.document.check.Finding;

/** The number follows the rule of its type. */
final class NumberCheck implements Check<ChipEvidence> {
    @Override
    public DocumentCheck about() {
        return DocumentCheck.NUMBER_RULE;
    }

    @Override
    public Finding run(ChipEvidence evidence) {
        boolean follows = DocumentNumber.parse(
                        evidence.expected(), evidence.mrz().documentNumber(), evidence.today())
                .isPresent();
        return Finding.successIf(follows, Problem.DOCUMENT_NUMBER_INVALID);
    }
}
