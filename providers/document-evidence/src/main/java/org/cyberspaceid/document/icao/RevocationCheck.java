package org.cyberspaceid.document.icao;

import org.cyberspaceid.core.document.DocumentCheck;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.document.check.Check;
import org.cyberspaceid.document.check.Finding;
import org.cyberspaceid.document.trust.RevocationLists.Status;

/**
 * ICAO 9303-12, 7.1.4: the revocation list of the authority. No list in date is "undetermined", and that is not good enough: the
 * authority then counts as unknown, unless the deployer said otherwise of its country.
 */
final class RevocationCheck implements Check<SodEvidence> {
    @Override
    public DocumentCheck about() {
        return DocumentCheck.REVOCATION;
    }

    @Override
    public Finding run(SodEvidence evidence) {
        Status status = evidence.authority()
                .map(a -> evidence.revocationLists()
                        .statusOf(evidence.sod().signerCertificate(), a.name(), evidence.now()))
                .orElse(Status.UNKNOWN);
        return switch (status) {
            case GOOD -> Finding.SUCCESS;
            case REVOKED -> Finding.failed(Problem.DOCUMENT_REVOKED);
            case UNKNOWN -> unknown(evidence);
        };
    }

    private static Finding unknown(SodEvidence evidence) {
        boolean required = evidence.authority()
                .filter(a -> !evidence.revocationLists().isRequiredOf(a.name()))
                .isEmpty();
        return required ? Finding.undetermined(Problem.DOCUMENT_AUTHORITY_UNKNOWN) : Finding.UNDETERMINED_AND_ACCEPTED;
    }
}
