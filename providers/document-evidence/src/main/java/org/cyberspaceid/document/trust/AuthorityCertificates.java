package org.cyberspaceid.document.trust;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * The certificates of the trust sources, with no key made yet: that is what takes long.
 *
 * @param own those that the deployer put there one by one: each must be usable
 * @param listed those of master lists: what cannot be used is left out and counted, or one odd certificate would cost a hundred countries
 */
record AuthorityCertificates(List<X509CertificateHolder> own, List<X509CertificateHolder> listed) {

    private static final Set<String> MASTER_LISTS = Set.of("ml");

    /** @throws IllegalArgumentException naming the place or file that cannot be used */
    static AuthorityCertificates read(TrustSources sources, Instant now) {
        MasterListSigners signers = MasterListSigners.load(sources.masterListSigners());
        return new AuthorityCertificates(
                PemOrDer.readAll(sources.authorities(), CountryAuthorities.CERTIFICATES, X509CertificateHolder::new),
                PemOrDer.readAll(sources.authorities(), MASTER_LISTS, der -> MasterList.open(der, signers, now))
                        .stream()
                        .flatMap(List::stream)
                        .distinct()
                        .toList());
    }

    /** Those that can matter to a certificate of this issuer: of its name, and of the names that link to it. */
    AuthorityCertificates leadingTo(X500Name issuer) {
        Set<X500Name> names = new HashSet<>(Set.of(issuer));
        while (all().filter(c -> isNamed(c, names))
                .map(X509CertificateHolder::getIssuer)
                .anyMatch(name -> isAdded(name, names))) {
            // each round may find the issuer of a link
        }
        Predicate<X509CertificateHolder> matters = c -> isNamed(c, names);
        return new AuthorityCertificates(
                own.stream().filter(matters).toList(),
                listed.stream().filter(matters).toList());
    }

    private static boolean isNamed(X509CertificateHolder certificate, Set<X500Name> names) {
        try {
            return names.contains(certificate.getSubject());
        } catch (RuntimeException noName) {
            return false; // BouncyCastle parses a name when it is looked into
        }
    }

    private static boolean isAdded(X500Name name, Set<X500Name> names) {
        try {
            return names.add(name);
        } catch (RuntimeException noName) {
            return false;
        }
    }

    private Stream<X509CertificateHolder> all() {
        return Stream.concat(own.stream(), listed.stream());
    }
}
