package org.cyberspaceid.vault.store;

import jakarta.persistence.EntityManager;
import java.security.MessageDigest;
import org.cyberspaceid.vault.keys.KeyPurpose;
import org.cyberspaceid.vault.keys.Keyring;
import org.cyberspaceid.vault.keys.KeysUnusableException;
import org.cyberspaceid.vault.keys.LengthPrefixed;

/**
 * Whether these are the keys that the database was filled with. Other keys open without complaint, but with them nobody would be
 * found and everybody could enrol a second time. The first start notes what each key that is never replaced makes of a fixed text;
 * every later start compares.
 */
public final class KeyCheck {
    private KeyCheck() {}

    /**
     * Compares, or notes where nothing was noted yet.
     *
     * @throws KeysUnusableException when the keys are others
     */
    public static void require(EntityManager entities, Keyring keys) {
        DurableCommit.require(entities);
        for (KeyPurpose purpose : KeyPurpose.neverReplaced()) {
            byte[] value = keys.derive(purpose, LengthPrefixed.of("cyberspace-id/key-check"));
            note(entities, purpose, value);
            if (!MessageDigest.isEqual(value, noted(entities, purpose))) {
                throw new KeysUnusableException(
                        "The keyset file holds other " + purpose.code() + " keys than the ones this"
                                + " database was filled with. Restore the keyset file that belongs to it.");
            }
        }
    }

    private static void note(EntityManager entities, KeyPurpose purpose, byte[] value) {
        entities.createQuery(
                        "insert into KeyCheckEntity (purpose, checkValue) values (:purpose, :value) on conflict do nothing")
                .setParameter("purpose", purpose.code())
                .setParameter("value", value)
                .executeUpdate();
    }

    private static byte[] noted(EntityManager entities, KeyPurpose purpose) {
        return entities.createQuery(
                        "select k.checkValue from KeyCheckEntity k where k.purpose = :purpose", byte[].class)
                .setParameter("purpose", purpose.code())
                .getSingleResult();
    }
}
