package org.cyberspaceid.virtual;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A private key and its certificate. */
record Signatory(PrivateKey key, X509Certificate certificate) {
    @Override
    public String toString() {
        return "Signatory[" + certificate.getSubjectX500Principal() + "]";
    }
}
