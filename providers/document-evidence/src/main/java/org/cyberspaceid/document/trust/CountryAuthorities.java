package org.cyberspaceid.document.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;

/** The country signing authorities that we trust: those of the sources, and nobody else. A country may have several keys. */
public final class CountryAuthorities {
    static final Set<String> CERTIFICATES = Set.of("cer", "crt", "der", "pem");

    private final List<CountryAuthority> all;
    private final int unusable;

    private CountryAuthorities(List<CountryAuthority> all, int unusable) {
        this.all = List.copyOf(all);
        this.unusable = unusable;
    }

    /**
     * Reads self-signed and link certificates, and makes every key.
     *
     * @param now when master lists must be in date
     * @throws IllegalArgumentException when a place is missing, a file is no CSCA certificate or no master list of a pinned signer, or a link certificate
     *     that is a file of its own does not lead to a self-signed one
     */
    public static CountryAuthorities load(TrustSources sources, Instant now) {
        return of(AuthorityCertificates.read(sources, now));
    }

    /** As {@link #load}, but only those that can matter to a document signer with this issuer: a second becomes a moment. */
    public static CountryAuthorities loadLeadingTo(X500Name issuer, TrustSources sources, Instant now) {
        return of(AuthorityCertificates.read(sources, now).leadingTo(issuer));
    }

    private static CountryAuthorities of(AuthorityCertificates certificates) {
        List<CountryAuthority> trusted = new ArrayList<>();
        List<CountryAuthority> links = new ArrayList<>();
        for (X509CertificateHolder own : certificates.own()) {
            sort(new CountryAuthority(own), trusted, links);
        }
        Set<X509CertificateHolder> single = Set.copyOf(certificates.own());
        int left = 0;
        for (X509CertificateHolder listed : certificates.listed()) {
            Optional<CountryAuthority> usable = single.contains(listed) ? Optional.empty() : usable(listed);
            usable.ifPresent(authority -> sort(authority, trusted, links));
            left += usable.isPresent() || single.contains(listed) ? 0 : 1;
        }
        while (links.removeIf(link -> isLinked(link, trusted))) {
            // each round may anchor the next link
        }
        links.stream()
                .filter(link -> single.contains(link.certificate()))
                .findFirst()
                .ifPresent(link -> {
                    throw new IllegalArgumentException(
                            "A link certificate leads to no self-signed one: " + link.name());
                });
        return new CountryAuthorities(trusted, left + links.size());
    }

    private static Optional<CountryAuthority> usable(X509CertificateHolder listed) {
        try {
            return Optional.of(new CountryAuthority(listed));
        } catch (RuntimeException unusable) {
            return Optional.empty(); // another curve, a key too short, no authority: counted
        }
    }

    private static void sort(CountryAuthority authority, List<CountryAuthority> trusted, List<CountryAuthority> links) {
        (authority.isSelfSigned() ? trusted : links).add(authority);
    }

    /** ICAO 9303-12, 4.2: a link certificate carries the new key, signed with the old one, of the same country. */
    private static boolean isLinked(CountryAuthority link, List<CountryAuthority> trusted) {
        return trusted.stream().anyMatch(a -> isSameCountry(a, link) && a.signed(link.certificate()))
                && trusted.add(link);
    }

    /** Or any country's authority could make itself another's. */
    private static boolean isSameCountry(CountryAuthority one, CountryAuthority other) {
        return upperCase(one).equals(upperCase(other));
    }

    private static Optional<String> upperCase(CountryAuthority authority) {
        return authority.country().map(c -> c.toUpperCase(Locale.ROOT));
    }

    /** Who signed this certificate, by name and by signature, among the authorities whose own certificate is valid now. */
    public Optional<CountryAuthority> issuerOf(X509CertificateHolder certificate, Instant now) {
        return all.stream()
                .filter(a -> a.isValidAt(now) && a.signed(certificate))
                .findFirst();
    }

    /** Whether one of them has this name, and so could have signed what says that it did. */
    public boolean knowsName(X500Name issuer) {
        return all.stream().anyMatch(a -> a.name().equals(issuer));
    }

    /** Who signed this certificate, in date or not. */
    public Optional<CountryAuthority> everIssuerOf(X509CertificateHolder certificate) {
        return all.stream().filter(a -> a.signed(certificate)).findFirst();
    }

    List<CountryAuthority> all() {
        return all;
    }

    public int size() {
        return all.size();
    }

    /** How many certificates of master lists were left out: no authority's, a key that we do not take, a link without its root. */
    public int unusable() {
        return unusable;
    }
}
