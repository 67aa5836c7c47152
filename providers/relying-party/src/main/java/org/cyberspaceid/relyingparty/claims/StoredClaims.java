package org.cyberspaceid.relyingparty.claims;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cyberspaceid.core.claims.BooleanClaim;

/**
 * The {@code claims} parameter as it is kept with a request: only members that mean something here, a hash in place of the name and
 * number to compare, and in a form that Keycloak's own parser takes, or it would not see an {@code acr} beside
 * {@code verified_claims}.
 */
final class StoredClaims {
    private static final Set<String> FACTS =
            Stream.of(BooleanClaim.values()).map(BooleanClaim::claimName).collect(Collectors.toUnmodifiableSet());

    private static final Set<String> VALUES =
            Stream.of(RealValue.values()).map(RealValue::claimName).collect(Collectors.toUnmodifiableSet());

    /** Keycloak reads these. */
    private static final Set<String> KEYCLOAKS = Set.of("acr", "auth_time", "sub");

    private final MatchHash matchHash;

    StoredClaims(MatchHash matchHash) {
        this.matchHash = matchHash;
    }

    /** @param claims one that {@link ClaimsRequest#of} reads */
    String of(String claims) {
        ObjectNode root = Json.object(claims);
        ObjectNode kept = Json.STRICT.createObjectNode();
        for (Place place : Place.values()) {
            ObjectNode members = kept.putObject(place.member());
            Json.objectOrNull(root.get(place.member()))
                    .propertyStream()
                    .forEach(member -> keep(members, member.getKey(), member.getValue()));
        }
        return kept.toString();
    }

    private void keep(ObjectNode members, String name, JsonNode request) {
        if (name.equals(ClaimsParser.VERIFIED_CLAIMS)) {
            JsonNode elements = request.has(ClaimsParser.KEPT) ? request.get(ClaimsParser.KEPT) : request;
            ArrayNode kept = members.putObject(name).putArray(ClaimsParser.KEPT);
            (elements.isArray() ? elements : Json.STRICT.createArrayNode().add(elements))
                    .forEach(element -> keepElement(kept, element));
        } else if (FACTS.contains(name) || KEYCLOAKS.contains(name)) {
            members.set(name, wish(request, true));
        }
    }

    private void keepElement(ArrayNode elements, JsonNode element) {
        ObjectNode claims = claims(element);
        if (!claims.isEmpty()) {
            ObjectNode kept = elements.addObject();
            kept.set("verification", element.get("verification"));
            kept.set("claims", claims);
        }
    }

    private ObjectNode claims(JsonNode element) {
        ObjectNode claims = Json.STRICT.createObjectNode();
        element.get("claims").propertyStream().forEach(claim -> {
            if (FACTS.contains(claim.getKey())) {
                claims.set(claim.getKey(), wish(claim.getValue(), true));
            } else if (VALUES.contains(claim.getKey())) {
                claims.set(claim.getKey(), wish(claim.getValue(), false));
            }
        });
        new VerifiedClaimsParser().read(element).match().ifPresent(match -> hash(claims, match));
        return claims;
    }

    private void hash(ObjectNode claims, IdentityMatch match) {
        claims.remove(RealValue.NAME.claimName());
        claims.remove(RealValue.DOCUMENT_NUMBER.claimName());
        String hash = match instanceof IdentityMatch.Supplied pair
                ? matchHash.of(pair)
                : ((IdentityMatch.Hashed) match).hash();
        claims.putObject(ClaimsRequest.IDENTITY_MATCH).put("value", hash).put("essential", match.essential());
    }

    private static JsonNode wish(JsonNode request, boolean withValues) {
        if (!request.isObject()) {
            return request;
        }
        ObjectNode wish = request.deepCopy();
        return wish.retain(withValues ? Set.of("essential", "value", "values") : Set.of("essential"));
    }
}
