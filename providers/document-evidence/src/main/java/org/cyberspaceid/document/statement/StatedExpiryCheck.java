package org.cyberspaceid.document.statement;

import org.cyberspaceid.core.document.DocumentCheck;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.document.check.Check;
import org.cyberspaceid.document.check.Finding;

/** The document is valid up to and including its last day, in Asia/Shanghai. */
final class StatedExpiryCheck implements Check<StatementEvidence> {
    @Override
    public DocumentCheck about() {
        return DocumentCheck.VALIDITY_PERIOD;
    }

    @Override
    public Finding run(StatementEvidence evidence) {
        boolean valid = !evidence.today().isAfter(evidence.claims().expiresOn());
        return Finding.successIf(valid, Problem.DOCUMENT_EXPIRED);
    }
}
