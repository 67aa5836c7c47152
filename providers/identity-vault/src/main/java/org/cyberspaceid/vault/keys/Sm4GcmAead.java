package org.cyberspaceid.vault.keys;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * SM4 (GB/T 32907-2016) in Galois/Counter mode (GB/T 36624-2018; parameters as in RFC 8998, 2.1): a random 12-byte IV, the ciphertext,
 * a 16-byte tag, in this order, as Tink's AES-GCM has them.
 */
final class Sm4GcmAead implements Aead {
    static final int KEY_BYTES = 16;

    private static final int IV_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final byte[] NONE = {};
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyParameter key;

    Sm4GcmAead(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("an SM4 key has " + KEY_BYTES + " bytes");
        }
        this.key = new KeyParameter(key);
    }

    @Override
    public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
        byte[] iv = new byte[IV_BYTES];
        RANDOM.nextBytes(iv);
        byte[] sealed = Arrays.copyOf(iv, IV_BYTES + plaintext.length + TAG_BYTES);
        run(true, iv, associatedData, plaintext, 0, sealed, IV_BYTES);
        return sealed;
    }

    @Override
    public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
        if (ciphertext.length < IV_BYTES + TAG_BYTES) {
            throw new GeneralSecurityException("too short to be sealed");
        }
        byte[] iv = Arrays.copyOf(ciphertext, IV_BYTES);
        byte[] plain = new byte[ciphertext.length - IV_BYTES - TAG_BYTES];
        run(false, iv, associatedData, ciphertext, IV_BYTES, plain, 0);
        return plain;
    }

    private void run(boolean seal, byte[] iv, byte[] associatedData, byte[] in, int inAt, byte[] out, int outAt)
            throws GeneralSecurityException {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(
                seal,
                new AEADParameters(key, TAG_BYTES * Byte.SIZE, iv, associatedData == null ? NONE : associatedData));
        try {
            int done = cipher.processBytes(in, inAt, in.length - inAt, out, outAt);
            cipher.doFinal(out, outAt + done);
        } catch (InvalidCipherTextException broken) {
            throw new AEADBadTagException();
        }
    }
}
