package org.cyberspaceid.document.trust;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.ContentVerifierProvider;

/** A country signing authority (CSCA) of the trust folder, with its key made once. */
public final class CountryAuthority {
    private final X509CertificateHolder certificate;
    private final ContentVerifierProvider verifier;
    /** Read at once: BouncyCastle parses a name when it is looked into, and throws then. */
    private final Optional<String> country;

    /** @throws IllegalArgumentException when the certificate is not one of an authority (ICAO 9303-12, 7.1) */
    CountryAuthority(X509CertificateHolder certificate) {
        this.certificate = certificate;
        this.country = countryOf(certificate.getSubject());
        this.verifier = SignatureVerification.with(PublicKeys.of(certificate.getSubjectPublicKeyInfo()));
        if (!isAuthority(certificate)) {
            throw new IllegalArgumentException("not the certificate of an authority (basicConstraints, keyUsage)");
        }
    }

    /** Whether a certificate is one of an authority. */
    static boolean isAuthority(X509CertificateHolder certificate) {
        Extensions extensions = certificate.getExtensions();
        BasicConstraints constraints = extensions == null ? null : BasicConstraints.fromExtensions(extensions);
        return constraints != null && constraints.isCA() && hasUsage(certificate, KeyUsage.keyCertSign);
    }

    private static boolean hasUsage(X509CertificateHolder certificate, int wanted) {
        KeyUsage usage = KeyUsage.fromExtensions(certificate.getExtensions());
        return usage != null && usage.hasUsages(wanted);
    }

    public X500Name name() {
        return certificate.getSubject();
    }

    /** The country in the name, as it is written there. */
    public Optional<String> country() {
        return country;
    }

    /** Until when its certificate is valid. */
    Instant expiry() {
        return certificate.getNotAfter().toInstant();
    }

    public boolean isValidAt(Instant when) {
        return certificate.isValidOn(Date.from(when));
    }

    /** Whether this authority signed that certificate. */
    boolean signed(X509CertificateHolder other) {
        try {
            return certificate.getSubject().equals(other.getIssuer())
                    && SignatureAlgorithms.allowsSignature(other.getSignatureAlgorithm())
                    && other.isSignatureValid(verifier);
        } catch (CertException | RuntimeException notThisAlgorithm) {
            // a signature that cannot even be decoded: BouncyCastle throws a RuntimeOperatorException
            return false;
        }
    }

    /** Whether this authority signed that revocation list. */
    boolean signed(X509CRLHolder list) {
        AlgorithmIdentifier algorithm = list.toASN1Structure().getSignatureAlgorithm();
        try {
            return certificate.getSubject().equals(list.getIssuer())
                    && hasUsage(certificate, KeyUsage.cRLSign)
                    && SignatureAlgorithms.allowsSignature(algorithm)
                    && list.isSignatureValid(verifier);
        } catch (CertException | RuntimeException notThisAlgorithm) {
            return false;
        }
    }

    boolean isSelfSigned() {
        return signed(certificate);
    }

    X509CertificateHolder certificate() {
        return certificate;
    }

    /** The country (C) in a name. */
    public static Optional<String> countryOf(X500Name name) {
        RDN[] countries = name.getRDNs(BCStyle.C);
        return countries.length == 0
                ? Optional.empty()
                : Optional.of(IETFUtils.valueToString(countries[0].getFirst().getValue()));
    }
}
