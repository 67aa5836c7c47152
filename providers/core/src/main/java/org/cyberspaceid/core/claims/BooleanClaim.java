package org.cyberspaceid.core.claims;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.cyberspaceid.core.document.Age;
import org.cyberspaceid.core.vault.IdentityRecord;

/** The yes/no facts an ISP can ask for ({@code oidc.md}): computed on the day, never stored. */
public enum BooleanClaim {
    IDENTITY_VERIFIED(
            "identity_verified",
            "identity_verified",
            (r, day) ->
                    r.document().provesIdentity() && !day.isAfter(r.document().expiresOn())),
    AGE_OVER_18(
            "age_over_18", "age_over_18", (r, day) -> Age.inYears(r.document().birthDate(), day) >= 18),
    PHONE_VERIFIED("phone_verified", "phone_number_verified", (r, day) -> r.mobileVerified());

    private final String scope;
    private final String claimName;
    private final BiPredicate<IdentityRecord, LocalDate> rule;

    BooleanClaim(String scope, String claimName, BiPredicate<IdentityRecord, LocalDate> rule) {
        this.scope = scope;
        this.claimName = claimName;
        this.rule = rule;
    }

    /** The OAuth scope that asks for it. */
    public String scope() {
        return scope;
    }

    /** The name of the claim in ID token and userinfo. */
    public String claimName() {
        return claimName;
    }

    /**
     * The answer.
     *
     * @param today the day in Asia/Shanghai
     */
    public boolean holds(IdentityRecord record, LocalDate today) {
        return rule.test(record, today);
    }

    /** The claim that a scope asks for. */
    public static Optional<BooleanClaim> ofScope(String scope) {
        return Arrays.stream(values()).filter(c -> c.scope.equals(scope)).findFirst();
    }
}
