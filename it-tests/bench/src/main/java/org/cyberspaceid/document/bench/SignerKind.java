package org.cyberspaceid.document.bench;

import org.cyberspaceid.virtual.CertificateOrder;

/** The keys of authority and document signer. */
public enum SignerKind {
    RSA_2048("RSA-2048"),
    RSA_4096("RSA-4096"),
    P_256("P-256"),
    BRAINPOOL_P384R1_EXPLICIT("brainpoolP384r1");

    private final String key;

    SignerKind(String key) {
        this.key = key;
    }

    CertificateOrder certificate(String name) {
        return this == BRAINPOOL_P384R1_EXPLICIT
                ? CertificateOrder.withExplicitCurve(name, key)
                : CertificateOrder.of(name, key);
    }
}
