package org.cyberspaceid.virtual;

import java.security.PrivateKey;
import org.bouncycastle.cert.X509CertificateHolder;

/** A certificate of a {@link CertificateOrder} and the key that it certifies. */
public record Holder(PrivateKey key, X509CertificateHolder certificate) {
    @Override
    public String toString() {
        return "Holder[" + certificate.getSubject() + "]";
    }
}
