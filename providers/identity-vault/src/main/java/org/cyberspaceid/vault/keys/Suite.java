package org.cyberspaceid.vault.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeyTemplate;
import com.google.crypto.tink.KeyTemplate.OutputPrefixType;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.PrfHmacJce;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/** The algorithms of a deployment, chosen when its keys are made and never changed: with others nobody would be found. */
public enum Suite {
    /** AES-256-GCM (NIST SP 800-38D) and HMAC-SHA-256 (RFC 2104). */
    STANDARD(PredefinedAeadParameters.AES256_GCM, PredefinedPrfParameters.HMAC_SHA256_PRF, 32) {
        @Override
        Aead sealWith(byte[] key) throws GeneralSecurityException {
            return new AesGcmJce(key);
        }

        @Override
        Prf deriveWith(byte[] key) throws GeneralSecurityException {
            return new PrfHmacJce("HMACSHA256", new SecretKeySpec(key, "HMAC"))::compute;
        }
    },
    /** National cryptography: SM4-GCM (GB/T 32907, GB/T 36624) and HMAC-SM3 (GB/T 32905, GB/T 15852.2). */
    NATIONAL(
            parameters(Sm4GcmKeyManager.TYPE_URL, OutputPrefixType.TINK),
            parameters(HmacSm3KeyManager.TYPE_URL, OutputPrefixType.RAW),
            Sm4GcmAead.KEY_BYTES) {
        @Override
        Aead sealWith(byte[] key) {
            return new Sm4GcmAead(key);
        }

        @Override
        Prf deriveWith(byte[] key) {
            // HMAC fills a shorter key up with zeros itself (RFC 2104, 2).
            return new HmacSm3Prf(Arrays.copyOf(key, HmacSm3Prf.KEY_BYTES));
        }
    };

    private final Parameters sealing;
    private final Parameters derivation;
    private final int dataKeyBytes;

    Suite(Parameters sealing, Parameters derivation, int dataKeyBytes) {
        this.sealing = sealing;
        this.derivation = derivation;
        this.dataKeyBytes = dataKeyBytes;
    }

    /** The kind of key of a purpose's keyset. */
    Parameters parameters(KeyPurpose purpose) {
        return purpose.seals() ? sealing : derivation;
    }

    /** The kind of a sealing key that is kept as a Tink keyset. */
    Parameters sealing() {
        return sealing;
    }

    /** How long a person's data key is. */
    int dataKeyBytes() {
        return dataKeyBytes;
    }

    /** Seals with a data key of {@link #dataKeyBytes} bytes. */
    abstract Aead sealWith(byte[] key) throws GeneralSecurityException;

    /** Derives up to 32 bytes with a data key. */
    abstract Prf deriveWith(byte[] key) throws GeneralSecurityException;

    /** The stable name, as operators write it and the keyset file holds it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The suite of this name, if there is one. */
    public static Optional<Suite> ofCode(String code) {
        return Arrays.stream(values()).filter(s -> s.code().equals(code)).findFirst();
    }

    private static Parameters parameters(String typeUrl, OutputPrefixType prefix) {
        try {
            return KeyTemplate.create(typeUrl, new byte[0], prefix).toParameters();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
