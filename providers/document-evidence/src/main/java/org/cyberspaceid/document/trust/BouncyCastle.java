package org.cyberspaceid.document.trust;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** BouncyCastle as an instance of our own: we change nothing about the providers of the process we run in. */
public final class BouncyCastle {
    public static final Provider PROVIDER = new BouncyCastleProvider();

    private BouncyCastle() {}
}
