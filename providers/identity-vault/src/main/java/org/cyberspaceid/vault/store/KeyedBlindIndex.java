package org.cyberspaceid.vault.store;

import org.cyberspaceid.core.document.DocumentNumber;
import org.cyberspaceid.core.mobile.MobileNumber;
import org.cyberspaceid.core.vault.BlindIndex;
import org.cyberspaceid.vault.keys.KeyPurpose;
import org.cyberspaceid.vault.keys.Keyring;
import org.cyberspaceid.vault.keys.LengthPrefixed;

/** Keyed hashes of one realm. The vault's own two never meet those that other modules ask for by purpose. */
public final class KeyedBlindIndex implements BlindIndex {
    private final Keyring keys;
    private final String realmId;

    public KeyedBlindIndex(Keyring keys, String realmId) {
        this.keys = keys;
        this.realmId = realmId;
    }

    @Override
    public byte[] index(String purpose, String value) {
        return derive(LengthPrefixed.of("purpose", realmId, purpose, value));
    }

    /** One person, one ID: nobody else of this realm has this person key. */
    byte[] person(byte[] personKey) {
        return derive(LengthPrefixed.of("person", realmId).and(personKey));
    }

    byte[] document(DocumentNumber number) {
        return derive(LengthPrefixed.of("document", realmId, number.type().code(), number.value()));
    }

    byte[] mobile(MobileNumber number) {
        return derive(LengthPrefixed.of("mobile", realmId, number.e164()));
    }

    private byte[] derive(LengthPrefixed input) {
        return keys.derive(KeyPurpose.BLIND_INDEX, input);
    }
}
