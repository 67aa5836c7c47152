package org.cyberspaceid.vault.keys;

import com.google.crypto.tink.prf.Prf;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** HMAC (GB/T 15852.2-2012, RFC 2104) with SM3 (GB/T 32905-2016), up to 32 bytes. */
@SuppressWarnings("Immutable") // KeyParameter never changes; BouncyCastle does not annotate it
final class HmacSm3Prf implements Prf {
    static final int KEY_BYTES = 32;

    private static final int LONGEST_OUTPUT = 32;

    private final KeyParameter key;

    HmacSm3Prf(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key has " + KEY_BYTES + " bytes");
        }
        this.key = new KeyParameter(key);
    }

    @Override
    public byte[] compute(byte[] input, int outputLength) throws GeneralSecurityException {
        if (outputLength < 1 || outputLength > LONGEST_OUTPUT) {
            throw new GeneralSecurityException("HMAC-SM3 gives up to " + LONGEST_OUTPUT + " bytes");
        }
        HMac mac = new HMac(new SM3Digest());
        mac.init(key);
        mac.update(input, 0, input.length);
        byte[] output = new byte[LONGEST_OUTPUT];
        mac.doFinal(output, 0);
        return Arrays.copyOf(output, outputLength);
    }
}
