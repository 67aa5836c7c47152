package org.cyberspaceid.document.statement;

import java.time.LocalDate;
import org.cyberspaceid.core.document.DocumentCheck;
import org.cyberspaceid.core.document.DocumentNumber;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.document.check.Check;
import org.cyberspaceid.document.check.Finding;

/** The number follows the rule of its type (MOD 11-2, a real date), and the birth date is the one in the number. */
final class StatedNumberCheck implements Check<StatementEvidence> {
    @Override
    public DocumentCheck about() {
        return DocumentCheck.NUMBER_RULE;
    }

    @Override
    public Finding run(StatementEvidence evidence) {
        Claims claims = evidence.claims();
        LocalDate born = claims.birthDate();
        boolean agrees = DocumentNumber.parse(evidence.expected(), claims.documentNumber(), evidence.today())
                .filter(number -> number.birthDate().orElse(born).equals(born))
                .filter(number -> !born.isAfter(evidence.today()))
                .isPresent();
        return Finding.successIf(agrees, Problem.DOCUMENT_NUMBER_INVALID);
    }
}
