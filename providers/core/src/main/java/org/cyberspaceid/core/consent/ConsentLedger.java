package org.cyberspaceid.core.consent;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cyberspaceid.core.networknumber.Sector;

/**
 * What people agreed to, kept so that nobody can read from it where a person signs in: an entry names neither the person nor the ISP and
 * is found only by somebody who can open the person's record and tries this ISP. Calls take part in the current transaction; for a
 * user without a record reads are empty. An entry ends with the record.
 */
public interface ConsentLedger {

    /**
     * What the person answered this ISP, if it was ever asked and the answer still holds.
     *
     * @param clientId the ISP's OAuth {@code client_id}
     */
    Optional<Consent> read(String userId, String clientId);

    /**
     * What a sign-in needs, in one question to the database.
     *
     * @param sector the client's
     */
    Remembered remembered(String userId, String clientId, Sector sector);

    /**
     * A person's past at an ISP.
     *
     * @param consent as {@link #read} gives it
     * @param epoch how often the person had the number of the sector renewed, see {@code IdentityVault.networkNumber}
     */
    record Remembered(Optional<Consent> consent, long epoch) {}

    /**
     * Remembers an answer in place of the one before.
     *
     * @throws IllegalArgumentException when the user has no record
     */
    void write(String userId, String clientId, Consent consent);

    /** Forgets the answer; false when there was none. Receipts stay. */
    boolean withdraw(String userId, String clientId);

    /** The answers that hold, by {@code client_id}, found by trying all these ISPs at once. */
    Map<String, Consent> all(String userId, Collection<String> clientIds);

    /**
     * Adds a receipt.
     *
     * @throws IllegalArgumentException when the user has no record
     */
    void receive(String userId, String clientId, Receipt receipt);

    /** The receipts of the last three years, oldest first. */
    List<Receipt> receipts(String userId, String clientId);
}
