package org.cyberspaceid.relyingparty.claims;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cyberspaceid.core.claims.BooleanClaim;

/** Whether what an ISP called essential (OIDC Core 5.5.1) can be answered as it needs it: else there is no code. */
public final class EssentialClaims {
    private EssentialClaims() {}

    /** The names of essential claims that are false or unknown, or not verified as asked. */
    public static Set<String> unmet(ClaimsRequest request, Facts known) {
        Set<String> unmet = new TreeSet<>();
        for (Place place : Place.values()) {
            unmetFacts(request.plainFacts(place), known, unmet);
        }
        request.allVerified().forEach(wish -> {
            if (Verification.of(wish.verification(), known).isPresent()) {
                unmetFacts(wish.facts(), known, unmet);
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

    private static void unmetFacts(Map<BooleanClaim, Wish> facts, Facts known, Set<String> unmet) {
        facts.forEach((fact, wish) -> {
            if (!known.answer(fact).filter(wish::isMetBy).isPresent()) {
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
