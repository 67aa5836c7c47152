package org.cyberspaceid.document.statement;

import org.cyberspaceid.core.document.DocumentCheck;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.document.check.Check;
import org.cyberspaceid.document.check.Finding;

/** What the service learned of the card's status. A service that did not ask says nothing; a status we do not know is no statement. */
final class StatusCheck implements Check<StatementEvidence> {
    @Override
    public DocumentCheck about() {
        return DocumentCheck.REVOCATION;
    }

    @Override
    public Finding run(StatementEvidence evidence) {
        return switch (evidence.claims().documentStatus().orElse("")) {
            case "" -> Finding.NOT_PERFORMED;
            case "valid" -> Finding.SUCCESS;
            case "revoked" -> Finding.failed(Problem.DOCUMENT_REVOKED);
            default -> Finding.undetermined(Problem.STATEMENT_INVALID);
        };
    }
}
