package org.cyberspaceid.core.document;

/** What {@code identity_verified} can rest on, weakest first. */
public enum AssuranceLevel {
    /** The content is the authority's; whether the chip is the original is not known. Not enough by default. */
    COPYABLE,
    /** A certified reader service says that it read the original. We hold its signature, not the card's. */
    VOUCHED,
    /** We hold the authority's signature and the chip's own answer to our challenge. */
    PROVEN
}
