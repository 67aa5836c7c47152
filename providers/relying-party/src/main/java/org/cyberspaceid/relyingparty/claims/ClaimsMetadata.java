package org.cyberspaceid.relyingparty.claims;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cyberspaceid.core.claims.BooleanClaim;

/** What discovery says about claims: exactly what is answered. */
public final class ClaimsMetadata {
    private ClaimsMetadata() {}

    /** For {@code claims_supported} (OpenID Connect Discovery 1.0, 3), beside the claims of the protocol itself. */
    public static List<String> claims() {
        return Stream.concat(facts(), Stream.of(ClaimsRequest.IDENTITY_MATCH, ClaimsParser.VERIFIED_CLAIMS))
                .toList();
    }

    /** The members of OpenID Connect for Identity Assurance 1.0. No evidence is ever told, so none is supported. */
    public static Map<String, Object> identityAssurance() {
        return Map.of(
                "verified_claims_supported",
                true,
                "trust_frameworks_supported",
                List.of(Verification.TRUST_FRAMEWORK),
                "claims_in_verified_claims_supported",
                Stream.concat(facts(), Stream.of(RealValue.values()).map(RealValue::claimName))
                        .toList());
    }

    private static Stream<String> facts() {
        return Stream.of(BooleanClaim.values()).map(BooleanClaim::claimName);
    }
}
