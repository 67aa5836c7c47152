package org.cyberspaceid.vault.store;

import org.cyberspaceid.core.vault.IdentityRecord;
import org.cyberspaceid.core.vault.NewIdentity;
import org.cyberspaceid.vault.keys.DataKey;
import org.cyberspaceid.vault.keys.Keyring;

/** The row of somebody who enrols: sealed by a data key that is new, found by keyed hashes. */
record NewRow(byte[] personIndex, byte[] documentIndex, byte[] mobileIndex, IdentityRow sealed) {

    static NewRow of(Keyring keys, KeyedBlindIndex index, String realmId, String userId, NewIdentity identity) {
        byte[] personKey = Pseudonyms.personKey(keys, identity);
        return new NewRow(
                index.person(personKey),
                index.document(identity.document().number()),
                index.mobile(identity.mobile()),
                sealed(keys, new Place(IdentityEntity.SCHEMA, realmId, userId), recordOf(identity), personKey));
    }

    private static IdentityRecord recordOf(NewIdentity identity) {
        return new IdentityRecord(
                identity.document(), identity.mobile(), true, identity.noticeVersion(), identity.enrolledAt());
    }

    /** A row for this place, under a data key that is new. */
    static IdentityRow sealed(Keyring keys, Place place, IdentityRecord identity, byte[] personKey) {
        DataKey dataKey = DataKey.fresh(keys.suite());
        String recordKey = keys.recordKeys().newest();
        return new IdentityRow(
                place.userId(),
                place.schema(),
                recordKey,
                dataKey.sealedBy(keys, recordKey, place.of(Place.DATA_KEY)),
                dataKey.seal(RecordJson.write(identity), place.of(Place.RECORD)),
                dataKey.seal(personKey, place.of(Place.PERSON_KEY)),
                true);
    }
}
