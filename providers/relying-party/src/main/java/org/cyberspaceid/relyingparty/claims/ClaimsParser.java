package org.cyberspaceid.relyingparty.claims;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cyberspaceid.core.claims.BooleanClaim;

/** The {@code claims} parameter: OIDC Core 5.5, with {@code verified_claims} of Identity Assurance 1.0. */
final class ClaimsParser {
    static final String VERIFIED_CLAIMS = "verified_claims";

    /** The form in which {@link StoredClaims} keeps {@code verified_claims}, so that Keycloak can read the rest. */
    static final String KEPT = "value";

    private final Map<Place, Map<BooleanClaim, Wish>> facts = new EnumMap<>(Place.class);
    private final Map<Place, List<VerifiedClaimsWish>> verified = new EnumMap<>(Place.class);

    ClaimsRequest read(String scope, String claims) {
        for (Place place : Place.values()) {
            facts.put(place, new EnumMap<>(BooleanClaim.class));
            ofScopes(scope, facts.get(place));
        }
        if (claims != null) {
            read(claims);
        }
        ClaimsRequest request = new ClaimsRequest(facts, verified);
        if (request.allVerified().filter(wish -> wish.match().isPresent()).count() > 1) {
            throw new ClaimsRefusedException(RequestProblem.IDENTITY_MATCH_INCOMPLETE);
        }
        return request;
    }

    private static void ofScopes(String scope, Map<BooleanClaim, Wish> facts) {
        if (scope != null) {
            Arrays.stream(scope.split(" "))
                    .flatMap(name -> BooleanClaim.ofScope(name).stream())
                    .forEach(claim -> facts.put(claim, Wish.VOLUNTARY));
        }
    }

    private void read(String claims) {
        if (claims.length() > ClaimsRequest.MAX_LENGTH) {
            throw new ClaimsRefusedException(RequestProblem.CLAIMS_TOO_LONG);
        }
        ObjectNode root = Json.object(claims);
        for (Place place : Place.values()) {
            Json.objectOrNull(root.get(place.member()))
                    .propertyStream()
                    .forEach(member -> member(place, member.getKey(), member.getValue()));
        }
    }

    /** "Other members … not understood MUST be ignored"; but each must be null or an object (5.5.1). */
    private void member(Place place, String name, JsonNode request) {
        if (name.equals(VERIFIED_CLAIMS)) {
            verified.put(place, elements(request));
            return;
        }
        Wish wish = wish(request);
        BooleanClaim.ofClaim(name).ifPresent(claim -> facts.get(place).put(claim, wish));
    }

    static Wish wish(JsonNode request) {
        ObjectNode wish = Json.objectOrNull(request);
        return new Wish(Json.flag(wish, "essential"), Json.values(wish));
    }

    private static List<VerifiedClaimsWish> elements(JsonNode request) {
        JsonNode elements = request.has(KEPT) ? request.get(KEPT) : request;
        List<VerifiedClaimsWish> wishes = new ArrayList<>();
        if (elements.isArray()) {
            elements.forEach(element -> wishes.add(new VerifiedClaimsParser().read(element)));
        } else {
            wishes.add(new VerifiedClaimsParser().read(elements));
        }
        return wishes;
    }
}
