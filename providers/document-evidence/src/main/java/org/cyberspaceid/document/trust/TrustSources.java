package org.cyberspaceid.document.trust;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the store reads. Each place is a folder, or one file.
 *
 * @param authorities country signing certificates ({@code .cer .crt .der .pem}) and signed master lists ({@code .ml})
 * @param masterListSigners whose master lists are believed: certificates of master list signers, or of the authorities that issue those
 * @param revocationLists lists of the country signing authorities ({@code .crl .pem})
 * @param countriesAcceptedWithoutRevocationList the policy on "undetermined": countries, as their certificates write them, whose documents are
 *     accepted although no revocation list in date is there. Empty is the safe value
 */
public record TrustSources(
        List<Path> authorities,
        List<Path> masterListSigners,
        List<Path> revocationLists,
        Set<String> countriesAcceptedWithoutRevocationList) {

    public TrustSources {
        authorities = List.copyOf(authorities);
        masterListSigners = List.copyOf(masterListSigners);
        revocationLists = List.copyOf(revocationLists);
        countriesAcceptedWithoutRevocationList = countriesAcceptedWithoutRevocationList.stream()
                .map(c -> c.strip().toUpperCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
