package org.cyberspaceid.vault.keys;

import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;

/** A slot of a PKCS #11 library. */
record Pkcs11Slot(Path library, String id) {
    private static final String JDK_PROVIDER = "SunPKCS11";

    /**
     * The JDK's provider on the token in this slot. It is not registered: only who asks for it by name uses it.
     *
     * @param settings more lines of its configuration
     * @throws RuntimeException of several kinds, when library, slot or token cannot be used
     */
    Provider provider(String settings) {
        return provider(library, "slot = " + id + "\n" + settings);
    }

    static Provider provider(Path library, String settings) {
        Provider jdk = Security.getProvider(JDK_PROVIDER);
        if (jdk == null) {
            throw new KeysUnusableException("This Java has no " + JDK_PROVIDER + " (module jdk.crypto.cryptoki).");
        }
        return jdk.configure("--name = cyberspace-id\nlibrary = \"" + library + "\"\n" + settings);
    }
}
