package org.cyberspaceid.relyingparty.consent;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.cyberspaceid.core.claims.BooleanClaim;
import org.cyberspaceid.relyingparty.claims.ClaimsRequest;
import org.cyberspaceid.relyingparty.claims.Grant;

/** The {@code scope} parameter without what was not granted; whatever is no matter of consent ({@code openid}) stays. */
final class GrantedScope {
    private GrantedScope() {}

    static String of(String requested, Grant grant) {
        return requested == null
                ? ""
                : Arrays.stream(requested.split(" "))
                        .filter(scope -> isGranted(scope, grant))
                        .collect(Collectors.joining(" "));
    }

    private static boolean isGranted(String scope, Grant grant) {
        return switch (scope) {
            case ClaimsRequest.IDENTITY_MATCH -> grant.items().contains(ClaimsRequest.IDENTITY_MATCH);
            case ClaimsRequest.REAL_IDENTITY -> !grant.realIdentityValues().isEmpty();
            default ->
                BooleanClaim.ofScope(scope)
                        .map(claim -> grant.items().contains(claim.claimName()))
                        .orElse(true);
        };
    }
}
