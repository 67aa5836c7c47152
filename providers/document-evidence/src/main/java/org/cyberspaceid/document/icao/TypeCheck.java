package org.cyberspaceid.document.icao;

import java.util.Optional;
import org.cyberspaceid.core.document.DocumentCheck;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.document.check.Check;
import org.cyberspaceid.document.check.Finding;

/**
 * Is it the document that the citizen chose? {@code P…} is a passport; the People's Republic's travel permits are cards with {@code CR} (Hong
 * Kong and Macao residents) and {@code CT} (Taiwan residents). All state {@code CHN}.
 */
final class TypeCheck implements Check<ChipEvidence> {
    private static final String STATE = "CHN";

    @Override
    public DocumentCheck about() {
        return DocumentCheck.MACHINE_READABLE_ZONE;
    }

    @Override
    public Finding run(ChipEvidence evidence) {
        boolean same = STATE.equals(evidence.mrz().issuingState())
                && typeOf(evidence.mrz()).filter(evidence.expected()::equals).isPresent();
        return Finding.successIf(same, Problem.DOCUMENT_TYPE_MISMATCH);
    }

    private static Optional<DocumentType> typeOf(Mrz mrz) {
        if (mrz.format() == MrzFormat.TD3 && mrz.documentCode().startsWith("P")) {
            return Optional.of(DocumentType.PASSPORT);
        }
        if (mrz.format() != MrzFormat.TD1) {
            return Optional.empty();
        }
        return switch (mrz.documentCode()) {
            case "CR" -> Optional.of(DocumentType.TRAVEL_PERMIT_HK_MACAO);
            case "CT" -> Optional.of(DocumentType.TRAVEL_PERMIT_TAIWAN);
            default -> Optional.empty();
        };
    }
}
