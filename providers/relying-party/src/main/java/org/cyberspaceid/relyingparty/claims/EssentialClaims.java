package org.cyberspaceid.relyingparty.claims;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cyberspaceid.core.claims.BooleanClaim;
import org.cyberspaceid.core.vault.IdentityRecord;

/** Whether what an ISP called essential (OIDC Core 5.5.1) can be answered as it needs it: else there is no code. */
public final class EssentialClaims {
    private EssentialClaims() {}

    /**
     * The names of essential claims that are false or unknown on that day, or not verified as asked.
     *
     * @param today the day in Asia/Shanghai
     */
    public static Set<String> unmet(ClaimsRequest request, IdentityRecord record, LocalDate today) {
        Set<String> unmet = new TreeSet<>();
        for (Place place : Place.values()) {
            unmetFacts(request.plainFacts(place), record, today, unmet);
        }
        request.allVerified().forEach(wish -> {
            if (Verification.of(wish.verification(), record, today).isPresent()) {
                unmetFacts(wish.facts(), record, today, unmet);
            } else {
                wish.facts().forEach((fact, how) -> addIfEssential(fact.claimName(), how, unmet));
                wish.values().forEach((value, how) -> addIfEssential(value.claimName(), how, unmet));
                wish.match()
                        .filter(IdentityMatch::essential)
                        .ifPresent(match -> unmet.add(ClaimsRequest.IDENTITY_MATCH));
            }
        });
        return unmet;
    }

    private static void unmetFacts(
            Map<BooleanClaim, Wish> facts, IdentityRecord record, LocalDate today, Set<String> unmet) {
        facts.forEach((fact, wish) -> {
            if (!fact.answer(record, today).filter(wish::isMetBy).isPresent()) {
                addIfEssential(fact.claimName(), wish, unmet);
            }
        });
    }

    private static void addIfEssential(String name, Wish wish, Set<String> unmet) {
        if (wish.essential()) {
            unmet.add(name);
        }
    }
}
