package org.cyberspaceid.vault.keys;

import com.google.crypto.tink.Registry;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.prf.PrfConfig;
import java.security.GeneralSecurityException;

/** Tells Tink the kinds of key that occur here. */
final class TinkSetup {
    private TinkSetup() {}

    static void register() {
        try {
            AeadConfig.register();
            PrfConfig.register();
            Registry.registerKeyManager(new Sm4GcmKeyManager(), true);
            Registry.registerKeyManager(new HmacSm3KeyManager(), true);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Tink cannot be set up", impossible);
        }
    }
}
