package org.cyberspaceid.core.document;

/** How a document's chip can be read and verified. */
public enum ChipClass {
    /** ICAO 9303 chip: we verify Passive and Active Authentication ourselves. */
    TRAVEL,
    /** The card's own format: a certified reader service reads it and signs a statement. */
    ID
}
