package org.cyberspaceid.core.document;

import java.util.Optional;
import org.cyberspaceid.core.document.VerifiedDocument.ChipProof;

/** What speaks for a document: two ways by which its content reaches us, and one that confirms what came by them. */
public enum EvidenceRoute {
    /** The files of an ICAO 9303 chip, which we verify ourselves. */
    ICAO_CHIP(ChipProof.ORIGINAL),
    /** What a certified reader service signed after reading the card. */
    READER_STATEMENT(ChipProof.READER_VOUCHED),
    /** The authority's register of persons, where one is configured. It knows the document and nothing of the chip. */
    POPULATION_REGISTRY(null);

    private final ChipProof strongest;

    EvidenceRoute(ChipProof strongest) {
        this.strongest = strongest;
    }

    /** The best that this way can show of a chip; a chip without Active Authentication shows less. */
    public Optional<ChipProof> strongest() {
        return Optional.ofNullable(strongest);
    }
}
