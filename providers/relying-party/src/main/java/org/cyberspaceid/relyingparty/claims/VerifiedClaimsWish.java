package org.cyberspaceid.relyingparty.claims;

import java.util.Map;
import java.util.Optional;
import org.cyberspaceid.core.claims.BooleanClaim;

/**
 * One element of {@code verified_claims} (OpenID Connect for Identity Assurance 1.0).
 *
 * @param verification the conditions under which it is wanted at all
 * @param facts of the table
 * @param match name and number to compare
 * @param values of {@code real_identity}
 */
record VerifiedClaimsWish(
        VerificationWish verification,
        Map<BooleanClaim, Wish> facts,
        Optional<IdentityMatch> match,
        Map<RealValue, Wish> values) {
    VerifiedClaimsWish {
        facts = Map.copyOf(facts);
        values = Map.copyOf(values);
    }
}
