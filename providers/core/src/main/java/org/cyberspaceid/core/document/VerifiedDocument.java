package org.cyberspaceid.core.document;

import java.time.LocalDate;

/**
 * What a verified document says of its holder. Made only by the verifiers of {@code document-evidence}.
 *
 * @param number type and number
 * @param name as the document states it
 * @param birthDate the holder's
 * @param expiresOn the last day on which the document is valid
 * @param chipProof what is known about the chip being the original
 */
public record VerifiedDocument(
        DocumentNumber number, PersonName name, LocalDate birthDate, LocalDate expiresOn, ChipProof chipProof) {

    /** Whether the chip is known to be the one the authority issued. */
    public enum ChipProof {
        /** Active Authentication over our challenge succeeded. */
        ORIGINAL(AssuranceLevel.PROVEN),
        /** A certified reader service vouches for the card. */
        READER_VOUCHED(AssuranceLevel.VOUCHED),
        /** The chip has no Active Authentication: it cannot be told from a copy, so {@code identity_verified} stays false. */
        UNPROTECTED(AssuranceLevel.COPYABLE);

        private final AssuranceLevel level;

        ChipProof(AssuranceLevel level) {
            this.level = level;
        }

        /** What the reading is worth. */
        public AssuranceLevel level() {
            return level;
        }
    }

    /** Whether {@code identity_verified} may rest on this document while it is valid. */
    public boolean provesIdentity() {
        return chipProof != ChipProof.UNPROTECTED;
    }

    @Override
    public String toString() {
        return "VerifiedDocument[" + number.type().code() + "]";
    }
}
