package org.cyberspaceid.relyingparty.claims;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cyberspaceid.core.claims.BooleanClaim;

/** What a client may ask, and how, whatever way the request came. */
final class RequestRule {
    private static final Set<String> TABLE = Stream.concat(
                    Stream.of(BooleanClaim.values()).map(BooleanClaim::scope),
                    Stream.of(ClaimsRequest.IDENTITY_MATCH, ClaimsRequest.REAL_IDENTITY))
            .collect(Collectors.toUnmodifiableSet());

    private final AllowList allowed;

    RequestRule(AllowList allowed) {
        this.allowed = allowed;
    }

    /** @throws ClaimsRefusedException with the first thing that is wrong */
    void check(String scope, ClaimsRequest request) {
        Set<String> named = tableScopes(scope);
        Set<String> needed = new HashSet<>(named);
        needed.addAll(request.scopesNeeded());
        refuseIf(!allowed.scopes().containsAll(needed), RequestProblem.CLAIM_NOT_ALLOWED);
        refuseIf(
                named.contains(ClaimsRequest.IDENTITY_MATCH) && !request.asksIdentityMatch(),
                RequestProblem.IDENTITY_MATCH_INCOMPLETE);
        List<ClaimsRequest.Asked> values = request.realIdentityValues();
        refuseIf(
                named.contains(ClaimsRequest.REAL_IDENTITY) && values.isEmpty(),
                RequestProblem.REAL_IDENTITY_NAMES_NO_VALUE);
        refuseIf(request.asksValuesIn(Place.ID_TOKEN), RequestProblem.REAL_IDENTITY_ONLY_IN_USERINFO);
        refuseIf(
                !values.stream().allMatch(value -> allowed.values().contains(value.name())),
                RequestProblem.LEGAL_BASIS_MISSING);
    }

    private static Set<String> tableScopes(String scope) {
        return scope == null
                ? Set.of()
                : Arrays.stream(scope.split(" ")).filter(TABLE::contains).collect(Collectors.toUnmodifiableSet());
    }

    static void refuseIf(boolean wrong, RequestProblem problem) {
        if (wrong) {
            throw new ClaimsRefusedException(problem);
        }
    }
}
