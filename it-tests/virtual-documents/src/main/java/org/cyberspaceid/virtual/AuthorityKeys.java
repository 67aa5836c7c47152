package org.cyberspaceid.virtual;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;

/** The keys of the sandbox authority, and of one that poses as it, in one PKCS #12 file. */
final class AuthorityKeys {
    static final String CSCA = "csca";
    static final String REVOKED_SIGNER = "signer-revoked";
    static final String NO_SIGNER = "no-signer";
    static final String OTHER_COUNTRY_CSCA = "other-country-csca";
    static final String OTHER_COUNTRY_SIGNER = "other-country-signer";
    static final String READER_SERVICE = "reader-service";
    static final String ATTACKER_SIGNER = "attacker-signer";
    static final String ATTACKER_READER_SERVICE = "attacker-reader-service";

    private static final String FILE = "sandbox-authority.p12";
    /** Not a secret: the file guards an authority that nobody real trusts. */
    private static final char[] PASSWORD = "not-a-secret".toCharArray();

    private final Map<String, Signatory> signatories;

    private AuthorityKeys(Map<String, Signatory> signatories) {
        this.signatories = signatories;
    }

    Signatory get(String alias) {
        return signatories.get(alias);
    }

    static AuthorityKeys openOrCreate(Path folder, Clock clock) throws IOException, GeneralSecurityException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file) || !load(file).containsKey(OTHER_COUNTRY_CSCA)) {
            store(create(clock), folder, file);
        }
        return new AuthorityKeys(load(file));
    }

    private static Map<String, Signatory> create(Clock clock) {
        CertificateMaker maker = new CertificateMaker(clock);
        KeyPair cscaKeys = KeyMaker.ec();
        SubjectKeyIdentifier id = CertificateMaker.keyIdentifier(cscaKeys.getPublic());
        Signatory csca = maker.authority("CN", cscaKeys, id);
        Signatory attacker = maker.authority("CN", KeyMaker.ec(), id); // the same name and key identifier, another key
        Map<String, Signatory> all = new LinkedHashMap<>();
        all.put(CSCA, csca);
        all.put(ChipProfile.Signer.RSA_PKCS1.alias(), maker.signer("RSA", KeyMaker.rsa(), csca, id));
        all.put(ChipProfile.Signer.ECDSA_P256.alias(), maker.signer("EC", KeyMaker.ec(), csca, id));
        all.put(REVOKED_SIGNER, maker.signer("revoked", KeyMaker.ec(), csca, id));
        all.put(NO_SIGNER, maker.noSigner(KeyMaker.ec(), csca, id));
        addOtherCountry(all, maker);
        all.put(READER_SERVICE, maker.readerService(KeyMaker.ec()));
        all.put(ATTACKER_SIGNER, maker.signer("EC", KeyMaker.ec(), attacker, id));
        all.put(ATTACKER_READER_SERVICE, maker.readerService(KeyMaker.ec()));
        return all;
    }

    /** Utopia, the country of ICAO's specimens. */
    private static void addOtherCountry(Map<String, Signatory> all, CertificateMaker maker) {
        KeyPair keys = KeyMaker.ec();
        SubjectKeyIdentifier id = CertificateMaker.keyIdentifier(keys.getPublic());
        Signatory csca = maker.authority("UT", keys, id);
        all.put(OTHER_COUNTRY_CSCA, csca);
        all.put(OTHER_COUNTRY_SIGNER, maker.signer("EC", KeyMaker.ec(), csca, id));
    }

    private static void store(Map<String, Signatory> all, Path folder, Path file)
            throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, PASSWORD);
        for (Map.Entry<String, Signatory> entry : all.entrySet()) {
            Certificate[] chain = {entry.getValue().certificate()};
            keys.setKeyEntry(entry.getKey(), entry.getValue().key(), PASSWORD, chain);
        }
        Path half = Files.createTempFile(folder, FILE, ".half");
        try (OutputStream out = Files.newOutputStream(half)) {
            keys.store(out, PASSWORD);
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Map<String, Signatory> load(Path file) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        Map<String, Signatory> all = new LinkedHashMap<>();
        for (String alias : Collections.list(keys.aliases())) {
            all.put(alias, new Signatory((PrivateKey) keys.getKey(alias, PASSWORD), (X509Certificate)
                    keys.getCertificate(alias)));
        }
        return all;
    }
}
