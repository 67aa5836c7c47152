package org.cyberspaceid.relyingparty.claims;

import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cyberspaceid.core.claims.BooleanClaim;

/**
 * What an ISP is told: asked for, and granted by the person, and on the client's allow-list.
 *
 * @param known of the person
 * @param match what came of {@code identity_match} in this sign-in; empty when it was not compared
 */
record Answers(ClaimsRequest request, Grant grant, AllowList allowed, Facts known, Optional<Boolean> match) {

    Map<String, Object> in(Place place) {
        Map<String, Object> answers = facts(request.plainFacts(place));
        List<Map<String, Object>> verified = new ArrayList<>();
        for (VerifiedClaimsWish wish : request.verified(place)) {
            Verification.of(wish.verification(), known).ifPresent(verification -> {
                element(place, wish, verification).ifPresent(verified::add);
                match(wish).ifPresent(answer -> answers.put(ClaimsRequest.IDENTITY_MATCH, answer));
            });
        }
        if (!verified.isEmpty()) {
            answers.put(ClaimsParser.VERIFIED_CLAIMS, verified.size() == 1 ? verified.get(0) : verified);
        }
        return answers;
    }

    /** Identity Assurance 1.0: an element without claims is left out. */
    private Optional<Map<String, Object>> element(
            Place place, VerifiedClaimsWish wish, Map<String, Object> verification) {
        Map<String, Object> claims = facts(wish.facts());
        if (place == Place.USERINFO) {
            wish.values().keySet().stream()
                    .filter(value -> grant.realIdentityValues().contains(value.claimName()) && allowed.has(value))
                    .forEach(value -> value.of(known.record()).ifPresent(told -> claims.put(value.claimName(), told)));
        }
        return claims.isEmpty()
                ? Optional.empty()
                : Optional.of(Map.of("verification", verification, "claims", claims));
    }

    private Map<String, Object> facts(Map<BooleanClaim, Wish> wishes) {
        Map<String, Object> facts = new TreeMap<>();
        wishes.forEach((fact, wish) -> {
            if (grant.items().contains(fact.claimName()) && allowed.has(fact)) {
                known.answer(fact)
                        .filter(answer -> wish.admits(BooleanNode.valueOf(answer)))
                        .ifPresent(answer -> facts.put(fact.claimName(), answer));
            }
        });
        return facts;
    }

    private Optional<Boolean> match(VerifiedClaimsWish wish) {
        return grant.items().contains(ClaimsRequest.IDENTITY_MATCH) && allowed.hasIdentityMatch()
                ? wish.match().flatMap(pair -> match)
                : Optional.empty();
    }
}
