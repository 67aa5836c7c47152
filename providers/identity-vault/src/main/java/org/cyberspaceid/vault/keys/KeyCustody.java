package org.cyberspaceid.vault.keys;

import com.google.crypto.tink.KmsClient;
import com.google.crypto.tink.prf.Prf;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The port to the place where keys stay: a folder, an HSM, a cloud's key service. It keeps <em>sealing keys</em>, each under a name,
 * which Tink reaches by URI ({@link KmsClient#getAead}), and where it can, the <em>derivation keys</em> of the purposes that are
 * never replaced. {@code docs/keys.md} says how to write another one; it must pass {@code KeyCustodyContract}.
 *
 * <p>Safe for use by many threads, and by many nodes at once: what one creates or destroys, the others see at their next call.
 */
public interface KeyCustody extends KmsClient {
    /** What a name may be. */
    String NAME = "[a-z0-9][a-z0-9-]{0,62}";

    /** The names of the sealing keys that exist at this moment. */
    SortedSet<String> sealingKeys();

    /**
     * Makes a sealing key that nobody knows and, where the custody can see to it, nobody can copy.
     *
     * @throws KeysUnusableException when there is one of this name (it stays as it was), or none can be made
     */
    void createSealingKey(String name);

    /** Ends a sealing key for good; what it sealed can never be opened again. A name that is gone already is fine. */
    void destroySealingKey(String name);

    /** The URI by which {@link #getAead} finds the sealing key of this name. */
    String uri(String name);

    /** Whether it derives itself: then the keys of the purposes that are never replaced are made here and never leave. */
    boolean derives();

    /**
     * Makes the derivation key of a purpose.
     *
     * @throws KeysUnusableException when there is one (it stays as it was), none can be made, or this custody does not derive
     */
    void createDerivationKey(KeyPurpose purpose);

    /** The derivation key of a purpose: HMAC with 32 bytes of output. Empty when there is none, or this custody does not derive. */
    Optional<Prf> derivationKey(KeyPurpose purpose);
}
