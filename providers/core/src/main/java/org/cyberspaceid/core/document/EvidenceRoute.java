package org.cyberspaceid.core.document;

import org.cyberspaceid.core.document.VerifiedDocument.ChipProof;

/** A way by which a document's content reaches us. */
public enum EvidenceRoute {
    /** The files of an ICAO 9303 chip, which we verify ourselves. */
    ICAO_CHIP(ChipProof.ORIGINAL),
    /** What a certified reader service signed after reading the card. */
    READER_STATEMENT(ChipProof.READER_VOUCHED);

    private final ChipProof strongest;

    EvidenceRoute(ChipProof strongest) {
        this.strongest = strongest;
    }

    /** The best that this way can show; a chip without Active Authentication shows less. */
    public ChipProof strongest() {
        return strongest;
    }
}
