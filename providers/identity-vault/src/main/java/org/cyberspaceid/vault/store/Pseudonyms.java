package org.cyberspaceid.vault.store;

import org.cyberspaceid.core.document.DocumentNumber;
import org.cyberspaceid.core.document.PersonReference;
import org.cyberspaceid.core.networknumber.NetworkNumber;
import org.cyberspaceid.core.networknumber.Sector;
import org.cyberspaceid.core.vault.NewIdentity;
import org.cyberspaceid.vault.keys.KeyPurpose;
import org.cyberspaceid.vault.keys.Keyring;
import org.cyberspaceid.vault.keys.LengthPrefixed;

/** The formulas of {@code oidc.md}. No realm in them: the same person stays the same in a realm that was made again. */
final class Pseudonyms {
    private Pseudonyms() {}

    /** {@code PRF(person key set, document type ‖ number, or the registry's person reference)}. */
    static byte[] personKey(Keyring keys, NewIdentity identity) {
        DocumentNumber number = identity.document().number();
        return identity.reference()
                .map(reference -> personKey(keys, reference))
                .orElseGet(() -> keys.derive(
                        KeyPurpose.PERSON_KEY,
                        LengthPrefixed.of("document", number.type().code(), number.value())));
    }

    static byte[] personKey(Keyring keys, PersonReference reference) {
        return keys.derive(
                KeyPurpose.PERSON_KEY, LengthPrefixed.of("registry", reference.registry(), reference.value()));
    }

    /**
     * {@code PRF(number key set, person key ‖ sector ‖ epoch)}, the first 125 bits.
     *
     * @param epoch how often the person had the number renewed for this sector
     */
    static NetworkNumber networkNumber(Keyring keys, byte[] personKey, Sector sector, long epoch) {
        return NetworkNumber.of(keys.derive(
                KeyPurpose.NETWORK_NUMBER,
                LengthPrefixed.of("network-number")
                        .and(personKey)
                        .and(sector.host())
                        .and(epoch)));
    }
}
