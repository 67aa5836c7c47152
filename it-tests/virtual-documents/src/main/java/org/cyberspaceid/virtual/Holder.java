package org.cyberspaceid.virtual;

import java.security.PrivateKey;
import org.bouncycastle.cert.X509CertificateHolder;

/** A private key and its certificate, which the JDK need not understand: it refuses explicit curves. */
public record Holder(PrivateKey key, X509CertificateHolder certificate) {
    @Override
    public String toString() {
        return "Holder[" + certificate.getSubject() + "]";
    }
}
