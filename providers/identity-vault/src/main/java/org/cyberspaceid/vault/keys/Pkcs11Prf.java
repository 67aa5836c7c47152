package org.cyberspaceid.vault.keys;

import com.google.crypto.tink.prf.Prf;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;

/** HMAC-SHA-256 in the token ({@code CKM_SHA256_HMAC}), whole: 32 bytes. */
// Tink wants a Prf immutable: its outputs never change. The handle on the key may.
@SuppressWarnings("Immutable")
final class Pkcs11Prf implements Prf {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int OUTPUT_BYTES = 32;

    private final Pkcs11Key key;

    Pkcs11Prf(Pkcs11Key key) {
        this.key = key;
    }

    @Override
    public byte[] compute(byte[] input, int outputLength) throws GeneralSecurityException {
        if (outputLength != OUTPUT_BYTES) {
            throw new GeneralSecurityException("a derivation in the HSM has " + OUTPUT_BYTES + " bytes");
        }
        return key.use((provider, inToken) -> {
            Mac mac = Mac.getInstance(ALGORITHM, provider);
            mac.init(inToken);
            return mac.doFinal(input);
        });
    }
}
