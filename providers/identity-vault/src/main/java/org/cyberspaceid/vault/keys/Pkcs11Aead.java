package org.cyberspaceid.vault.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.Random;
import java.security.GeneralSecurityException;
import java.security.Provider;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM in the token ({@code CKM_AES_GCM}): IV, ciphertext and tag, one after the other. The IV is ours and always fresh, for
 * a token may not make one; random ones are good for 2³² messages of a key (NIST SP 800-38D, 8.3).
 */
final class Pkcs11Aead implements Aead {
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int IV_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private final Pkcs11Key key;

    Pkcs11Aead(Pkcs11Key key) {
        this.key = key;
    }

    @Override
    public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
        return key.use((provider, inToken) -> {
            byte[] iv = Random.randBytes(IV_BYTES);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, provider, inToken, parameters(iv), associatedData)
                    .doFinal(plaintext);
            byte[] message = new byte[IV_BYTES + sealed.length];
            System.arraycopy(iv, 0, message, 0, IV_BYTES);
            System.arraycopy(sealed, 0, message, IV_BYTES, sealed.length);
            return message;
        });
    }

    @Override
    public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
        if (ciphertext.length < IV_BYTES + TAG_BYTES) {
            throw new GeneralSecurityException("too short to be sealed");
        }
        GCMParameterSpec parameters = new GCMParameterSpec(TAG_BYTES * Byte.SIZE, ciphertext, 0, IV_BYTES);
        return key.use((provider, inToken) -> cipher(Cipher.DECRYPT_MODE, provider, inToken, parameters, associatedData)
                .doFinal(ciphertext, IV_BYTES, ciphertext.length - IV_BYTES));
    }

    private static GCMParameterSpec parameters(byte[] iv) {
        return new GCMParameterSpec(TAG_BYTES * Byte.SIZE, iv);
    }

    private static Cipher cipher(int mode, Provider provider, SecretKey key, GCMParameterSpec parameters, byte[] data)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM, provider);
        cipher.init(mode, key, parameters);
        if (data != null) {
            cipher.updateAAD(data);
        }
        return cipher;
    }
}
