package org.cyberspaceid.document.statement;

import org.cyberspaceid.core.document.DocumentCheck;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.document.check.Check;
import org.cyberspaceid.document.check.Finding;

/** It is the document that the citizen chose. */
final class StatedTypeCheck implements Check<StatementEvidence> {
    @Override
    public DocumentCheck about() {
        return DocumentCheck.STATEMENT;
    }

    @Override
    public Finding run(StatementEvidence evidence) {
        boolean same =
                evidence.claims().documentType().equals(evidence.expected().code());
        return Finding.successIf(same, Problem.DOCUMENT_TYPE_MISMATCH);
    }
}
