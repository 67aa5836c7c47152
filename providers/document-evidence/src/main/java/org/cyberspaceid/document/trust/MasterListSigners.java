package org.cyberspaceid.document.trust;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * Whose master lists the deployer believes. A pinned certificate is the signer's own, or that of the authority which issues
 * signers; nothing that a list brings along makes it believed.
 */
final class MasterListSigners {
    private static final KeyPurposeId MASTER_LIST =
            KeyPurposeId.getInstance(ICAOObjectIdentifiers.id_icao_cscaMasterListSigningKey);
    /** Critical extensions that we look at (RFC 5280, 4.2). */
    private static final Set<ASN1ObjectIdentifier> UNDERSTOOD =
            Set.of(Extension.keyUsage, Extension.basicConstraints, Extension.extendedKeyUsage);

    private final List<X509CertificateHolder> pinned;
    private final List<CountryAuthority> issuers;

    private MasterListSigners(List<X509CertificateHolder> pinned) {
        this.pinned = pinned;
        this.issuers = pinned.stream()
                .filter(CountryAuthority::isAuthority)
                .map(CountryAuthority::new)
                .toList();
    }

    static MasterListSigners load(List<Path> places) {
        return new MasterListSigners(
                PemOrDer.readAll(places, CountryAuthorities.CERTIFICATES, X509CertificateHolder::new));
    }

    /** Whether this may sign master lists now, by the profile of ICAO 9303-12, 7.1 and by the deployer's word. */
    boolean accept(X509CertificateHolder signer, Instant now) {
        return signer.isValidOn(Date.from(now)) && hasProfile(signer) && isPinned(signer, now);
    }

    private boolean isPinned(X509CertificateHolder signer, Instant now) {
        return pinned.contains(signer)
                || issuers.stream().anyMatch(issuer -> issuer.isValidAt(now) && issuer.signed(signer));
    }

    /** keyUsage digitalSignature, extendedKeyUsage 2.23.136.1.1.3, no authority. */
    private static boolean hasProfile(X509CertificateHolder signer) {
        Extensions extensions = signer.getExtensions();
        KeyUsage usage = extensions == null ? null : KeyUsage.fromExtensions(extensions);
        ExtendedKeyUsage purpose = extensions == null ? null : ExtendedKeyUsage.fromExtensions(extensions);
        BasicConstraints constraints = extensions == null ? null : BasicConstraints.fromExtensions(extensions);
        return usage != null
                && usage.hasUsages(KeyUsage.digitalSignature)
                && purpose != null
                && purpose.hasKeyPurposeId(MASTER_LIST)
                && (constraints == null || !constraints.isCA())
                && UNDERSTOOD.containsAll(signer.getCriticalExtensionOIDs());
    }
}
