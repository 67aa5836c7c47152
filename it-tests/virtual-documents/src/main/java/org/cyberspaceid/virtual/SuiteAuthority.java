package org.cyberspaceid.virtual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.Consumer;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509v2CRLBuilder;

/** A country signing authority that signs by one suite of algorithms, beside it an attacker who poses as it. */
public final class SuiteAuthority {
    private static final String SIGNER = "signer";

    final SigningSuite suite;
    final Instant now;
    final Holder authority;
    final Holder attacker;
    final Holder otherCountry;
    final Holder expired;
    final Holder signer;
    final Holder revoked;
    private final SubjectKeyIdentifier keyIdentifier;

    /** @param clock what is now: certificates begin a day before */
    public SuiteAuthority(SigningSuite suite, Clock clock) {
        this.suite = suite;
        this.now = clock.instant();
        this.keyIdentifier =
                CertificateMaker.keyIdentifier(suite.keys.of("csca").getPublic());
        String name = "CSCA " + suite;
        this.authority = root("CN", name, "csca", p -> {});
        this.attacker = root("CN", name, "attacker", p -> {}); // the same name and key identifier, another key
        this.otherCountry = root("UT", name, "csca", p -> {});
        this.expired = root("CN", "old " + name, "csca", p -> p.until = now.minusSeconds(60));
        this.signer = signer(authority, p -> {});
        this.revoked = signer(authority, p -> {});
    }

    private Holder root(String country, String name, String role, Consumer<CertificatePlan> change) {
        CertificatePlan plan = CertificatePlan.of(now, country, name)
                .keys(suite.keys, suite.encoding, role)
                .asAuthority()
                .with(Extension.subjectKeyIdentifier, false, keyIdentifier);
        change.accept(plan);
        return plan.signedBy(plan.subject, suite.signer(plan.keys.getPrivate()));
    }

    /** A document signer of the issuer's country, changed. */
    Holder signer(Holder issuer, Consumer<CertificatePlan> change) {
        String country = issuer == otherCountry ? "UT" : "CN";
        CertificatePlan plan = CertificatePlan.of(now, country, "document signer " + suite)
                .keys(suite.keys, suite.encoding, SIGNER)
                .usage(KeyUsage.digitalSignature)
                .with(
                        Extension.subjectKeyIdentifier,
                        false,
                        CertificateMaker.keyIdentifier(suite.keys.of(SIGNER).getPublic()))
                .with(
                        Extension.authorityKeyIdentifier,
                        false,
                        new AuthorityKeyIdentifier(keyIdentifier.getKeyIdentifier()));
        change.accept(plan);
        return plan.signedBy(issuer.certificate().getSubject(), suite.signer(issuer.key()));
    }

    /** Writes what to trust: the authority, that of another country, one that has expired, and their revocation lists. */
    public void writeTo(Path cscaFolder, Path crlFolder) {
        try {
            Files.write(
                    cscaFolder.resolve(suite + ".cer"), authority.certificate().getEncoded());
            Files.write(
                    cscaFolder.resolve(suite + "-utopia.cer"),
                    otherCountry.certificate().getEncoded());
            Files.write(
                    cscaFolder.resolve(suite + "-old.cer"),
                    expired.certificate().getEncoded());
            Files.write(
                    crlFolder.resolve(suite + ".crl"),
                    revocationList(authority, revoked.certificate().getSerialNumber()));
            Files.write(crlFolder.resolve(suite + "-utopia.crl"), revocationList(otherCountry, BigInteger.ONE));
            Files.write(crlFolder.resolve(suite + "-old.crl"), revocationList(expired, BigInteger.ONE));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private byte[] revocationList(Holder of, BigInteger serial) throws IOException {
        Date from = Date.from(now.minusSeconds(60));
        X509v2CRLBuilder builder = new X509v2CRLBuilder(of.certificate().getSubject(), from);
        builder.setNextUpdate(Date.from(now.plus(Duration.ofDays(90))));
        builder.addCRLEntry(serial, from, CRLReason.keyCompromise);
        builder.addExtension(
                Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(keyIdentifier.getKeyIdentifier()));
        builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.ONE));
        return builder.build(suite.signer(of.key())).getEncoded();
    }
}
