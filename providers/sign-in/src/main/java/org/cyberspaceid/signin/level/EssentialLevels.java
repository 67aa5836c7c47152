package org.cyberspaceid.signin.level;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.keycloak.util.JsonSerialization;

/**
 * The {@code acr} that a {@code claims} parameter asks for as essential. OpenID Connect Core 1.0, 5.5.1.1: with {@code values}, "the
 * Authorization Server MUST return an acr Claim Value that matches one of the requested values. […] If this is an Essential Claim and the
 * requirement cannot be met, then the Authorization Server MUST treat that outcome as a failed authentication attempt." One of several
 * is enough.
 */
final class EssentialLevels {
    private final ObjectNode claims;
    private final List<String> values;

    private EssentialLevels(ObjectNode claims, List<String> values) {
        this.claims = claims;
        this.values = values;
    }

    /** Empty when no level is essential, or when the parameter is not JSON: that is refused elsewhere. */
    static Optional<EssentialLevels> in(String unverifiedClaims) {
        if (unverifiedClaims == null) {
            return Optional.empty();
        }
        try {
            return JsonSerialization.mapper.readTree(unverifiedClaims) instanceof ObjectNode claims
                    ? of(claims)
                    : Optional.empty();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static Optional<EssentialLevels> of(ObjectNode claims) {
        JsonNode acr = claims.path("id_token").path("acr");
        List<String> values = Stream.concat(
                        StreamSupport.stream(acr.path("values").spliterator(), false), Stream.of(acr.path("value")))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
        boolean essential = acr.path("essential").asBoolean() && !values.isEmpty();
        return essential ? Optional.of(new EssentialLevels(claims, values)) : Optional.empty();
    }

    boolean canBeMetBy(Set<String> known) {
        return values.stream().anyMatch(known::contains);
    }

    /** The same parameter without levels that are not known, when there are such beside known ones: Keycloak refuses the whole list. */
    Optional<String> withoutUnknown(Set<String> known) {
        if (!canBeMetBy(known) || known.containsAll(values)) {
            return Optional.empty();
        }
        ObjectNode reduced = claims.deepCopy();
        ObjectNode acr = (ObjectNode) reduced.path("id_token").path("acr");
        acr.remove("value");
        ArrayNode kept = acr.putArray("values");
        values.stream().filter(known::contains).forEach(kept::add);
        return Optional.of(reduced.toString());
    }
}
