package org.cyberspaceid.document.trust;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;

/** The country signing authorities that we trust: those of the folder, and nobody else. A country may have several keys. */
public final class CountryAuthorities {
    private static final Set<String> ENDINGS = Set.of("cer", "crt", "der", "pem");

    private final List<CountryAuthority> all;

    private CountryAuthorities(List<CountryAuthority> all) {
        this.all = List.copyOf(all);
    }

    /**
     * Reads a folder of self-signed and link certificates.
     *
     * @throws IllegalArgumentException when the folder is missing, a file is no CSCA certificate, or a link certificate does not lead to a self-signed one in the folder
     */
    public static CountryAuthorities load(Path folder) {
        List<CountryAuthority> read =
                PemOrDer.readAll(folder, ENDINGS, der -> new CountryAuthority(new X509CertificateHolder(der)));
        List<CountryAuthority> trusted = new ArrayList<>(
                read.stream().filter(CountryAuthority::isSelfSigned).toList());
        List<CountryAuthority> links =
                new ArrayList<>(read.stream().filter(a -> !a.isSelfSigned()).toList());
        while (links.removeIf(link -> isLinked(link, trusted))) {
            // each round may anchor the next link
        }
        if (!links.isEmpty()) {
            throw new IllegalArgumentException("In " + folder + " a link certificate leads to no self-signed one: "
                    + links.get(0).name());
        }
        return new CountryAuthorities(trusted);
    }

    /** ICAO 9303-12, 4.2: a link certificate carries the new key, signed with the old one. */
    private static boolean isLinked(CountryAuthority link, List<CountryAuthority> trusted) {
        return trusted.stream().anyMatch(a -> a.signed(link.certificate())) && trusted.add(link);
    }

    /** Who signed this certificate, by name and by signature, among the authorities whose own certificate is valid now. */
    public Optional<CountryAuthority> issuerOf(X509CertificateHolder certificate, Instant now) {
        return all.stream()
                .filter(a -> a.isValidAt(now) && a.signed(certificate))
                .findFirst();
    }

    List<CountryAuthority> all() {
        return all;
    }

    public int size() {
        return all.size();
    }
}
