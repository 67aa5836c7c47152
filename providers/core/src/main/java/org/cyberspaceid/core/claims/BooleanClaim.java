package org.cyberspaceid.core.claims;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.cyberspaceid.core.document.Age;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.vault.IdentityRecord;

/** The yes/no facts an ISP can ask for ({@code oidc.md}): computed on the day, never stored. */
public enum BooleanClaim {
    /** A record exists only after a face matched the document. */
    IDENTITY_VERIFIED(
            "identity_verified",
            "identity_verified",
            (r, day) -> Optional.of(
                    r.document().provesIdentity() && !day.isAfter(r.document().expiresOn()))),
    AGE_OVER_14("age_over_14", "age_over_14", isAtLeast(14)),
    AGE_OVER_16("age_over_16", "age_over_16", isAtLeast(16)),
    AGE_OVER_18("age_over_18", "age_over_18", isAtLeast(18)),
    AGE_OVER_60("age_over_60", "age_over_60", isAtLeast(60)),
    PHONE_VERIFIED("phone_verified", "phone_number_verified", (r, day) -> Optional.of(r.mobileVerified())),
    /** A passport or a travel permit says nothing about where its holder lives. */
    MAINLAND_RESIDENT(
            "mainland_resident",
            "mainland_resident",
            (r, day) -> residence().contains(r.document().number().type()) ? Optional.of(true) : Optional.empty());

    private final String scope;
    private final String claimName;
    private final BiFunction<IdentityRecord, LocalDate, Optional<Boolean>> rule;

    BooleanClaim(String scope, String claimName, BiFunction<IdentityRecord, LocalDate, Optional<Boolean>> rule) {
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
     * The answer; empty when it is unknown, which omits the claim.
     *
     * @param today the day in Asia/Shanghai
     */
    public Optional<Boolean> answer(IdentityRecord record, LocalDate today) {
        return rule.apply(record, today);
    }

    /** The claim that a scope asks for. */
    public static Optional<BooleanClaim> ofScope(String scope) {
        return Arrays.stream(values()).filter(c -> c.scope.equals(scope)).findFirst();
    }

    /** The claim of this name. */
    public static Optional<BooleanClaim> ofClaim(String claimName) {
        return Arrays.stream(values())
                .filter(c -> c.claimName.equals(claimName))
                .findFirst();
    }

    private static BiFunction<IdentityRecord, LocalDate, Optional<Boolean>> isAtLeast(int years) {
        return (r, day) -> Optional.of(Age.inYears(r.document().birthDate(), day) >= years);
    }

    /** A method, since an enum's constants come before its fields. */
    private static Set<DocumentType> residence() {
        return Set.of(
                DocumentType.RESIDENT_ID_CARD,
                DocumentType.RESIDENCE_PERMIT_HK_MACAO,
                DocumentType.RESIDENCE_PERMIT_TAIWAN);
    }
}
