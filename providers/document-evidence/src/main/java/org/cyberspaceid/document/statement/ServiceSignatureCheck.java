package org.cyberspaceid.document.statement;

import org.cyberspaceid.core.document.DocumentCheck;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.document.check.Check;
import org.cyberspaceid.document.check.Finding;

/** The listed service signed exactly these claims. */
final class ServiceSignatureCheck implements Check<SignedStatement> {
    @Override
    public DocumentCheck about() {
        return DocumentCheck.SIGNATURE;
    }

    @Override
    public Finding run(SignedStatement statement) {
        boolean holds = statement
                .service()
                .filter(s -> ServiceSignature.holds(
                        statement.jws(), statement.header().algorithm(), s))
                .isPresent();
        return Finding.successIf(holds, Problem.DOCUMENT_TAMPERED);
    }
}
