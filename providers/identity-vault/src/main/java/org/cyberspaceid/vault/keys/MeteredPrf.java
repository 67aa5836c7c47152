package org.cyberspaceid.vault.keys;

import com.google.crypto.tink.prf.Prf;
import io.github.resilience4j.ratelimiter.RateLimiter;
import java.security.GeneralSecurityException;

/**
 * A derivation key with a limit. Numbers of documents and telephones can be guessed; who broke into the server but not into the HSM
 * can confirm guesses at no more than this rate, and is seen in the audit log.
 */
// Tink wants a Prf immutable: its outputs never change. Limiter and counters are no part of them.
@SuppressWarnings("Immutable")
final class MeteredPrf implements Prf {
    private final KeyPurpose purpose;
    private final Prf key;
    private final RateLimiter limiter;
    private final KeyUses uses;

    MeteredPrf(KeyPurpose purpose, Prf key, RateLimiter limiter, KeyUses uses) {
        this.purpose = purpose;
        this.key = key;
        this.limiter = limiter;
        this.uses = uses;
    }

    /** @throws KeyUseLimitedException when there was no turn within the limiter's patience */
    @Override
    public byte[] compute(byte[] input, int outputLength) throws GeneralSecurityException {
        if (!limiter.acquirePermission()) {
            uses.refused();
            throw new KeyUseLimitedException(purpose);
        }
        uses.used();
        return key.compute(input, outputLength);
    }
}
