package org.cyberspaceid.vault.store;

import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.cyberspaceid.core.networknumber.NetworkNumber;
import org.cyberspaceid.core.networknumber.Sector;
import org.cyberspaceid.core.vault.IdentityRecord;
import org.cyberspaceid.vault.keys.DataKey;
import org.cyberspaceid.vault.keys.Keyring;

/** A person's row for the length of one request: each value is opened when it is first asked for, once. For one thread. */
final class OpenPerson {
    private final Keyring keys;
    private final IdentityRow row;
    private final Place place;
    private final String realmId;
    private final Map<Sector, NetworkNumber> numbers = new HashMap<>();
    private DataKey dataKey;
    private IdentityRecord identity;

    OpenPerson(Keyring keys, String realmId, IdentityRow row) {
        this.keys = keys;
        this.row = row;
        this.realmId = realmId;
        this.place = new Place(row.schema(), realmId, row.userId());
    }

    String userId() {
        return row.userId();
    }

    IdentityRecord identity() {
        if (identity == null) {
            IdentityRecord sealed =
                    RecordJson.read(dataKey().open("record of " + whose(), row.sealedRecord(), place.of(Place.RECORD)));
            identity = new IdentityRecord(
                    sealed.document(),
                    sealed.mobile(),
                    sealed.mobileVerified() && row.hasMobile(),
                    sealed.noticeVersion(),
                    sealed.enrolledAt());
        }
        return identity;
    }

    /** @param epoch how often the person had it renewed, looked up when the number is first asked for */
    NetworkNumber number(Sector sector, ToLongFunction<Sector> epoch) {
        return numbers.computeIfAbsent(
                sector, s -> Pseudonyms.networkNumber(keys, personKey(), s, epoch.applyAsLong(s)));
    }

    /** The number is another one from now on. */
    void forgetNumber(Sector sector) {
        numbers.remove(sector);
    }

    /** Where the person and somebody have something between them that nobody else can find or open. */
    PairwisePlace pairwise(String purpose, String partner) {
        return new PairwisePlace(dataKey(), realmId, purpose, partner);
    }

    /** Seals a value of the person that lies in a row of its own. */
    byte[] seal(String field, byte[] plain) {
        return dataKey().seal(plain, place.of(field));
    }

    /** @throws org.cyberspaceid.vault.keys.SealBrokenException when somebody meddled with the row */
    byte[] open(String field, byte[] sealed) {
        return dataKey().open(field + " of " + whose(), sealed, place.of(field));
    }

    /** Whether the sealed person key is this one. */
    boolean is(byte[] key) {
        return MessageDigest.isEqual(personKey(), key);
    }

    /** The sealed record as it was read. */
    byte[] sealedRecord() {
        return row.sealedRecord();
    }

    private byte[] personKey() {
        return dataKey().open("person key of " + whose(), row.sealedPersonKey(), place.of(Place.PERSON_KEY));
    }

    private DataKey dataKey() {
        if (dataKey == null) {
            dataKey = DataKey.open(keys, row.recordKey(), row.sealedDataKey(), place.of(Place.DATA_KEY), whose());
        }
        return dataKey;
    }

    /** A random id: it tells the operator where to look, and nothing of the person. */
    private String whose() {
        return "user " + row.userId();
    }

    /** The data key, sealed by another record key. */
    byte[] dataKeySealedBy(String recordKey) {
        return dataKey().sealedBy(keys, recordKey, place.of(Place.DATA_KEY));
    }
}
