package org.cyberspaceid.relyingparty;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cyberspaceid.core.claims.BooleanClaim;
import org.cyberspaceid.core.vault.IdentityRecord;

/** The answers to the scopes a person granted; {@code false} is an answer. */
final class BooleanClaims {
    private BooleanClaims() {}

    /** @param today the day in Asia/Shanghai */
    static Map<String, Boolean> answer(Collection<String> grantedScopes, IdentityRecord record, LocalDate today) {
        Map<String, Boolean> claims = new TreeMap<>();
        grantedScopes.stream()
                .map(BooleanClaim::ofScope)
                .flatMap(Optional::stream)
                .forEach(claim ->
                        claim.answer(record, today).ifPresent(answer -> claims.put(claim.claimName(), answer)));
        return claims;
    }
}
