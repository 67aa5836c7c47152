package org.cyberspaceid.document.trust;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is in the store, for those who run it.
 *
 * @param countries by the code in the authorities' names, upper case; {@code ??} without one
 * @param leftOut certificates of master lists that could not be used
 */
public record TrustContent(Map<String, Country> countries, int leftOut) {
    private static final String NO_COUNTRY = "??";

    /** Whether revocation can be told. */
    public enum RevocationState {
        IN_DATE,
        /** The last list has run out: new documents of this country cannot be checked. */
        STALE,
        MISSING
    }

    /**
     * One country.
     *
     * @param authorities certificates: several keys, and links between them
     * @param nextExpiry when the first of them that is still valid ends; empty when none is
     * @param revocation the worst state among the names that its valid authorities have
     * @param nextUpdate when the first of the revocation lists runs out
     */
    public record Country(
            int authorities, Optional<Instant> nextExpiry, RevocationState revocation, Optional<Instant> nextUpdate) {}

    /** Looks into the store. */
    public static TrustContent of(CountryAuthorities authorities, RevocationLists lists, Instant now) {
        Map<String, List<CountryAuthority>> byCountry =
                new TreeMap<>(authorities.all().stream().collect(Collectors.groupingBy(TrustContent::code)));
        Map<String, Country> countries = new TreeMap<>();
        byCountry.forEach((code, all) -> countries.put(code, country(all, lists, now)));
        return new TrustContent(countries, authorities.unusable());
    }

    private static String code(CountryAuthority authority) {
        return authority.country().map(c -> c.strip().toUpperCase(Locale.ROOT)).orElse(NO_COUNTRY);
    }

    private static Country country(List<CountryAuthority> all, RevocationLists lists, Instant now) {
        List<CountryAuthority> valid =
                all.stream().filter(a -> a.isValidAt(now)).toList();
        List<Optional<Instant>> updates = valid.stream()
                .map(CountryAuthority::name)
                .distinct()
                .map(lists::nextUpdate)
                .toList();
        return new Country(
                all.size(),
                valid.stream().map(CountryAuthority::expiry).min(Comparator.naturalOrder()),
                updates.stream()
                        .map(update -> state(update, now))
                        .max(Comparator.naturalOrder())
                        .orElse(RevocationState.MISSING),
                updates.stream().flatMap(Optional::stream).min(Comparator.naturalOrder()));
    }

    private static RevocationState state(Optional<Instant> nextUpdate, Instant now) {
        return nextUpdate
                .map(next -> next.isAfter(now) ? RevocationState.IN_DATE : RevocationState.STALE)
                .orElse(RevocationState.MISSING);
    }
}
