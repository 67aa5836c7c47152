package org.cyberspaceid.core.document;

/** The checks a document passes through, in the words of ICAO 9303 part 11 and of {@code documents.md}. */
public enum DocumentCheck {
    SIGNATURE,
    CERTIFICATE_CHAIN,
    REVOCATION,
    DATA_GROUP_HASHES,
    COUNTRY_AGREEMENT,
    ACTIVE_AUTHENTICATION,
    MACHINE_READABLE_ZONE,
    NUMBER_RULE,
    VALIDITY_PERIOD,
    STATEMENT,
    /** {@link org.cyberspaceid.core.registry.PopulationRegistry}. */
    POPULATION_REGISTRY;

    /** The verdict of one check. */
    public enum Verdict {
        SUCCESS,
        FAILED,
        UNDETERMINED,
        NOT_PERFORMED
    }
}
