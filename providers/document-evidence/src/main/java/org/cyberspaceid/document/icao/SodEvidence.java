package org.cyberspaceid.document.icao;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import org.cyberspaceid.document.trust.CountryAuthority;
import org.cyberspaceid.document.trust.RevocationLists;

/**
 * What passive authentication looks at: the SOD, parsed, and the data groups, as bytes.
 *
 * @param authority who of the trusted signed the signer's certificate, found by name and by signature
 */
record SodEvidence(
        SecurityObject sod,
        SortedMap<Integer, byte[]> unverifiedGroups,
        Optional<CountryAuthority> authority,
        RevocationLists revocationLists,
        Instant now) {}
