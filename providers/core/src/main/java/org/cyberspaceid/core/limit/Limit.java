package org.cyberspaceid.core.limit;

import java.util.List;

/**
 * What attempts are counted for, and how many it may have.
 *
 * @param purpose separates uses, for example {@code password-account}; a stable name
 * @param whose a person, number, address or device; only a keyed hash of it is kept
 * @param quotas all of them hold
 */
public record Limit(String purpose, String whose, List<Quota> quotas) {
    public Limit {
        quotas = List.copyOf(quotas);
    }

    /** A limit of one quota. */
    public static Limit of(String purpose, String whose, Quota quota) {
        return new Limit(purpose, whose, List.of(quota));
    }

    /** Names the use, not whose it is. */
    @Override
    public String toString() {
        return "Limit[" + purpose + "]";
    }
}
