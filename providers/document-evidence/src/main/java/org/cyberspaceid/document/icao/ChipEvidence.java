package org.cyberspaceid.document.icao;

import java.time.LocalDate;
import java.util.Optional;
import org.cyberspaceid.core.document.DocumentType;

/**
 * What the checks after passive authentication look at: groups whose hashes hold.
 *
 * @param expected the type the citizen chose
 * @param today in Asia/Shanghai
 */
record ChipEvidence(
        SodEvidence sod,
        Mrz mrz,
        DocumentType expected,
        byte[] challenge,
        Optional<byte[]> activeAuthentication,
        LocalDate today) {

    Optional<byte[]> group(int number) {
        return Optional.ofNullable(sod.unverifiedGroups().get(number));
    }
}
