package org.cyberspaceid.vault.store;

import org.cyberspaceid.core.document.DocumentNumber;
import org.cyberspaceid.core.networknumber.NetworkNumber;
import org.cyberspaceid.core.networknumber.Sector;
import org.cyberspaceid.core.vault.IdentityRecord;
import org.cyberspaceid.vault.keys.KeyPurpose;
import org.cyberspaceid.vault.keys.Keyring;
import org.cyberspaceid.vault.keys.LengthPrefixed;

/** The sealed values of a realm's people, and the pseudonyms of {@code oidc.md}: what is computed, without where it is kept. */
final class IdentitySeals {
    /** The citizen's renewal of a number for one service will count it up ({@code oidc.md}); until then every number has this one. */
    private static final long FIRST_EPOCH = 0;

    private final Keyring keys;
    private final String realmId;

    IdentitySeals(Keyring keys, String realmId) {
        this.keys = keys;
        this.realmId = realmId;
    }

    byte[] sealRecord(String userId, IdentityRecord identity) {
        return keys.seal(
                KeyPurpose.RECORD, RecordJson.write(identity), place(IdentityEntity.SCHEMA, userId, Field.RECORD));
    }

    IdentityRecord openRecord(short schema, String userId, byte[] sealed) {
        return RecordJson.read(keys.open(KeyPurpose.RECORD, sealed, place(schema, userId, Field.RECORD)));
    }

    /** {@code PRF(person key set, document type ‖ number)}: no realm, so that the same person stays the same in a restored realm. */
    byte[] sealNewPersonKey(String userId, DocumentNumber number) {
        byte[] personKey = keys.derive(
                KeyPurpose.PERSON_KEY,
                LengthPrefixed.of("document", number.type().code(), number.value()));
        return keys.seal(KeyPurpose.RECORD, personKey, place(IdentityEntity.SCHEMA, userId, Field.PERSON_KEY));
    }

    /** {@code PRF(number key set, person key ‖ sector ‖ epoch)}, the first 125 bits. */
    NetworkNumber networkNumber(short schema, String userId, byte[] sealedPersonKey, Sector sector) {
        byte[] personKey = keys.open(KeyPurpose.RECORD, sealedPersonKey, place(schema, userId, Field.PERSON_KEY));
        return NetworkNumber.of(keys.derive(
                KeyPurpose.NETWORK_NUMBER,
                LengthPrefixed.of("network-number")
                        .and(personKey)
                        .and(sector.host())
                        .and(FIRST_EPOCH)));
    }

    private LengthPrefixed place(short schema, String userId, Field field) {
        return LengthPrefixed.of("cyberspace-id/identity")
                .and(schema)
                .and(realmId)
                .and(userId)
                .and(field.code);
    }

    private enum Field {
        RECORD("record"),
        PERSON_KEY("person-key");

        private final String code;

        Field(String code) {
            this.code = code;
        }
    }
}
