package org.cyberspaceid.relyingparty.claims;

import java.time.LocalDate;
import java.util.Optional;
import org.cyberspaceid.core.claims.BooleanClaim;
import org.cyberspaceid.core.vault.IdentityRecord;
import org.keycloak.models.RealmModel;

/**
 * The yes and no of a person on a day.
 *
 * @param today the day in Asia/Shanghai
 * @param graceDays for how many days after its last one a document still verifies its holder: the deployer's policy (ADR 25)
 */
public record Facts(IdentityRecord record, LocalDate today, int graceDays) {
    /** Realm attribute: the days of grace. None when it is not set; no ISP can see or set it. */
    static final String GRACE_DAYS = "cyberspaceid.expired-document-grace-days";

    public Facts {
        if (graceDays < 0) {
            throw new IllegalArgumentException(GRACE_DAYS + " is negative");
        }
    }

    /** Of this moment, by the realm's policy. */
    public static Facts now(RealmModel realm, IdentityRecord record) {
        return new Facts(record, Today.get(), realm.getAttribute(GRACE_DAYS, 0));
    }

    /** Empty when it is unknown. Ages are never told by another day than today. */
    Optional<Boolean> answer(BooleanClaim fact) {
        return fact.answer(record, fact == BooleanClaim.IDENTITY_VERIFIED ? today.minusDays(graceDays) : today);
    }
}
