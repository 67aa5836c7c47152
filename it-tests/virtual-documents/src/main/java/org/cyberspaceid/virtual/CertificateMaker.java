package org.cyberspaceid.virtual;

import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;

/** The certificates of the sandbox, by the profile of ICAO 9303-12, 7.1. */
final class CertificateMaker {
    private static final Duration AUTHORITY_LIFE = Duration.ofDays(365 * 25L);

    private final Instant now;

    CertificateMaker(Clock clock) {
        this.now = clock.instant();
    }

    /** A self-signed country signing authority. */
    Signatory authority(String country, KeyPair keys, SubjectKeyIdentifier keyIdentifier) {
        CertificatePlan plan = CertificatePlan.of(now, country, "CSCA")
                .keys(keys)
                .asAuthority()
                .with(Extension.subjectKeyIdentifier, false, keyIdentifier);
        plan.until = now.plus(AUTHORITY_LIFE);
        return sign(plan, plan.subject, new Signatory(keys.getPrivate(), null), keyIdentifier);
    }

    /** A document signer under an authority. */
    Signatory signer(String name, KeyPair keys, Signatory authority, SubjectKeyIdentifier authorityKey) {
        return under(authority, authorityKey, "document signer " + name, keys, KeyUsage.digitalSignature);
    }

    /** A certificate under an authority that may encipher keys, and not sign documents. */
    Signatory noSigner(KeyPair keys, Signatory authority, SubjectKeyIdentifier authorityKey) {
        return under(authority, authorityKey, "no document signer", keys, KeyUsage.keyEncipherment);
    }

    private Signatory under(
            Signatory authority, SubjectKeyIdentifier authorityKey, String name, KeyPair keys, int usage) {
        X500Name issuer = X500Name.getInstance(
                authority.certificate().getSubjectX500Principal().getEncoded());
        String country =
                IETFUtils.valueToString(issuer.getRDNs(BCStyle.C)[0].getFirst().getValue());
        return sign(CertificatePlan.of(now, country, name).keys(keys).usage(usage), issuer, authority, authorityKey);
    }

    /** A reader service: self-signed, because it is trusted by being listed. */
    Signatory readerService(KeyPair keys) {
        CertificatePlan plan =
                CertificatePlan.of(now, "CN", "reader service").keys(keys).usage(KeyUsage.digitalSignature);
        return sign(plan, plan.subject, new Signatory(keys.getPrivate(), null), keyIdentifier(keys.getPublic()));
    }

    static SubjectKeyIdentifier keyIdentifier(PublicKey key) {
        return new BcX509ExtensionUtils()
                .createSubjectKeyIdentifier(SubjectPublicKeyInfo.getInstance(key.getEncoded()));
    }

    private static Signatory sign(CertificatePlan plan, X500Name issuer, Signatory by, SubjectKeyIdentifier issuerKey) {
        Holder made = plan.with(
                        Extension.authorityKeyIdentifier,
                        false,
                        new AuthorityKeyIdentifier(issuerKey.getKeyIdentifier()))
                .signedBy(issuer, CertificateOrder.signer(by.key()));
        try {
            return new Signatory(made.key(), new JcaX509CertificateConverter().getCertificate(made.certificate()));
        } catch (CertificateException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
