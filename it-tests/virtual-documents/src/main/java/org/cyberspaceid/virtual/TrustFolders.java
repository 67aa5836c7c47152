package org.cyberspaceid.virtual;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The three folders to trust: the authority's certificate, its fresh revocation list, the reader service's certificate. */
final class TrustFolders {
    static final String CSCA = "csca";
    static final String READER_SERVICE = "reader-services";
    static final String CRL = "crl";

    private static final Duration CRL_LIFE = Duration.ofDays(90);

    private TrustFolders() {}

    /** Writes them; the revocation list anew each time, so that a sandbox that is started again has one that is in date. */
    static void write(Path folder, AuthorityKeys keys, Clock clock) throws IOException, GeneralSecurityException {
        Signatory csca = keys.get(AuthorityKeys.CSCA);
        Signatory other = keys.get(AuthorityKeys.OTHER_COUNTRY_CSCA);
        BigInteger revoked =
                keys.get(AuthorityKeys.REVOKED_SIGNER).certificate().getSerialNumber();
        put(folder.resolve(CSCA), "sandbox-csca.cer", csca.certificate().getEncoded());
        put(folder.resolve(CSCA), "sandbox-csca-utopia.cer", other.certificate().getEncoded());
        put(folder.resolve(CRL), "sandbox-csca.crl", revocationList(csca, List.of(revoked), clock));
        put(folder.resolve(CRL), "sandbox-csca-utopia.crl", revocationList(other, List.of(), clock));
        put(
                folder.resolve(READER_SERVICE),
                "sandbox-reader-service.cer",
                keys.get(AuthorityKeys.READER_SERVICE).certificate().getEncoded());
    }

    private static void put(Path folder, String name, byte[] content) throws IOException {
        Files.createDirectories(folder);
        Path half = Files.createTempFile(folder.getParent(), name, ".half");
        Files.write(half, content);
        Files.move(half, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** ICAO 9303-12, 7.1.4: a version 2 list with authority key identifier and number. */
    private static byte[] revocationList(Signatory csca, List<BigInteger> revoked, Clock clock)
            throws IOException, GeneralSecurityException {
        Instant now = clock.instant().minusSeconds(60);
        X500Name issuer = X500Name.getInstance(
                csca.certificate().getSubjectX500Principal().getEncoded());
        X509v2CRLBuilder builder = new X509v2CRLBuilder(issuer, Date.from(now));
        builder.setNextUpdate(Date.from(now.plus(CRL_LIFE)));
        revoked.forEach(serial -> builder.addCRLEntry(serial, Date.from(now), CRLReason.keyCompromise));
        builder.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                new JcaX509ExtensionUtils()
                        .createAuthorityKeyIdentifier(csca.certificate().getPublicKey()));
        builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(now.getEpochSecond())));
        try {
            return builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(csca.key()))
                    .getEncoded();
        } catch (OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
