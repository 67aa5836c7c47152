package org.cyberspaceid.enrolment;

import java.util.Set;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.registry.PopulationRegistry;
import org.keycloak.provider.Provider;

/** The authority's register of persons. */
public interface PopulationRegistryProvider extends Provider {

    /** The documents that it is asked for; none when no registry is configured. */
    Set<DocumentType> documents();

    /** The registry; it answers {@code NotAsked} for other documents. */
    PopulationRegistry registry();
}
