package org.cyberspaceid.document.trust;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * The certificates of the reader services that we trust, by thumbprint. A service is trusted by being listed; taking its file
 * away ends that. Who issued the certificate does not matter.
 */
public final class ReaderServices {
    private static final Set<String> ENDINGS = Set.of("cer", "crt", "der", "pem");

    private final Map<String, X509CertificateHolder> byThumbprint;

    private ReaderServices(Map<String, X509CertificateHolder> byThumbprint) {
        this.byThumbprint = byThumbprint;
    }

    /** @throws IllegalArgumentException when the folder is missing or a file is no certificate */
    public static ReaderServices load(Path folder) {
        return new ReaderServices(PemOrDer.readAll(folder, ENDINGS, X509CertificateHolder::new).stream()
                .collect(Collectors.toUnmodifiableMap(ReaderServices::thumbprint, c -> c, (same, again) -> same)));
    }

    /** @param thumbprint {@code x5t#S256} (RFC 7515, 4.1.8) */
    public Optional<X509CertificateHolder> find(String thumbprint) {
        return Optional.ofNullable(byThumbprint.get(thumbprint));
    }

    public int size() {
        return byThumbprint.size();
    }

    private static String thumbprint(X509CertificateHolder certificate) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
