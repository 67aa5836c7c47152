package org.cyberspaceid.document.trust;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * The revocation lists of the folder that a trusted authority signed (ICAO 9303-12, 7.1.4). A list signed with any of a
 * country's keys speaks for all certificates under that name.
 */
public final class RevocationLists {
    /** What is known about a certificate. */
    public enum Status {
        GOOD,
        REVOKED,
        /** No list of its authority, or none in date. */
        UNKNOWN
    }

    private static final Set<String> ENDINGS = Set.of("crl", "pem");

    private final List<X509CRLHolder> all;

    private final Set<String> notRequired;

    private RevocationLists(List<X509CRLHolder> all, Set<String> notRequired) {
        this.all = List.copyOf(all);
        this.notRequired = notRequired;
    }

    /**
     * Reads them. Lists of authorities that we do not trust are left out.
     *
     * @throws IllegalArgumentException when the folder is missing or a file is no revocation list
     */
    public static RevocationLists load(TrustSources sources, CountryAuthorities authorities) {
        return new RevocationLists(
                PemOrDer.readAll(sources.revocationLists(), ENDINGS, X509CRLHolder::new).stream()
                        .filter(list -> authorities.all().stream().anyMatch(a -> a.signed(list)))
                        .toList(),
                sources.countriesAcceptedWithoutRevocationList());
    }

    /** The policy on "unknown": whether a document of this authority is refused then. It is, unless the deployer named its country. */
    public boolean isRequiredOf(X500Name authority) {
        return CountryAuthority.countryOf(authority)
                .filter(country -> notRequired.contains(country.toUpperCase(Locale.ROOT)))
                .isEmpty();
    }

    /** When the last of the complete lists under this name runs out. */
    public Optional<Instant> nextUpdate(X500Name authority) {
        return all.stream()
                .filter(list -> list.getIssuer().equals(authority) && list.getNextUpdate() != null && isComplete(list))
                .map(list -> list.getNextUpdate().toInstant())
                .max(Comparator.naturalOrder());
    }

    /** Whether a certificate of this authority is revoked. A list that is out of date can still say yes, but not no. */
    public Status statusOf(X509CertificateHolder certificate, X500Name authority, Instant now) {
        List<X509CRLHolder> lists =
                all.stream().filter(list -> list.getIssuer().equals(authority)).toList();
        if (lists.stream().anyMatch(list -> list.getRevokedCertificate(certificate.getSerialNumber()) != null)) {
            return Status.REVOKED;
        }
        return lists.stream().anyMatch(list -> isInDate(list, now) && isComplete(list)) ? Status.GOOD : Status.UNKNOWN;
    }

    private static boolean isInDate(X509CRLHolder list, Instant now) {
        Date next = list.getNextUpdate();
        return next != null
                && !list.getThisUpdate().toInstant().isAfter(now)
                && next.toInstant().isAfter(now);
    }

    /** A delta or partial list says so in a critical extension (RFC 5280, 5.2.4 and 5.2.5). */
    private static boolean isComplete(X509CRLHolder list) {
        for (Object oid : list.getCriticalExtensionOIDs()) {
            if (!Extension.authorityKeyIdentifier.equals((ASN1ObjectIdentifier) oid)
                    && !Extension.cRLNumber.equals((ASN1ObjectIdentifier) oid)) {
                return false;
            }
        }
        return true;
    }

    public int size() {
        return all.size();
    }
}
