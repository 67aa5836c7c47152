package org.cyberspaceid.core.registry;

import org.cyberspaceid.core.document.VerifiedDocument;

/** The authority's register of persons: whether a document that was verified is one that it issued to this person, and still counts. */
@FunctionalInterface
public interface PopulationRegistry {

    /** Asks for number, name, birth date and validity together. Never throws for what the registry does or does not do. */
    RegistryAnswer confirm(VerifiedDocument document);
}
