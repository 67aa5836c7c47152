package org.cyberspaceid.vault.store;

import org.cyberspaceid.vault.keys.DataKey;
import org.cyberspaceid.vault.keys.LengthPrefixed;

/**
 * Where something lies that one person and one partner (an ISP, a sector) have between them. Id and key come from the person's data
 * key, which is random and dies with the record: from the person key they would be found again by whoever enrols anew.
 */
final class PairwisePlace {
    private final DataKey person;
    private final LengthPrefixed id;
    private final LengthPrefixed key;
    private final String realmId;

    PairwisePlace(DataKey person, String realmId, String purpose, String partner) {
        this.person = person;
        this.realmId = realmId;
        this.id = use("id", realmId, purpose, partner);
        this.key = use("key", realmId, purpose, partner);
    }

    private static LengthPrefixed use(String of, String realmId, String purpose, String partner) {
        return LengthPrefixed.of("cyberspace-id/pairwise", of, realmId, purpose, partner);
    }

    String realmId() {
        return realmId;
    }

    byte[] rowId() {
        return person.derive(id);
    }

    byte[] seal(byte[] plain) {
        return person.keyFor(key).seal(plain, key);
    }

    /** @throws org.cyberspaceid.vault.keys.SealBrokenException when somebody meddled with the row */
    byte[] open(byte[] sealed) {
        return person.keyFor(key).open("pairwise row", sealed, key);
    }
}
