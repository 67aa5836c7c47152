package org.cyberspaceid.relyingparty.claims;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalLong;

/**
 * How an ISP wants {@code verification} (OpenID Connect for Identity Assurance 1.0).
 *
 * @param trustFrameworks those that it accepts; empty when any will do
 * @param levels the assurance levels that it accepts; empty when any will do
 * @param timeAsked whether it wants to know when
 * @param maxAge how many seconds ago at most
 * @param hasOtherConditions whether it sets a condition on something that is never told, such as evidence
 */
record VerificationWish(
        List<JsonNode> trustFrameworks,
        List<JsonNode> levels,
        boolean timeAsked,
        OptionalLong maxAge,
        boolean hasOtherConditions) {
    static final String TRUST_FRAMEWORK = "trust_framework";
    static final String ASSURANCE_LEVEL = "assurance_level";
    static final String TIME = "time";
    private static final String MAX_AGE = "max_age";
    private static final List<String> OURS = List.of(TRUST_FRAMEWORK, ASSURANCE_LEVEL, TIME);

    VerificationWish {
        trustFrameworks = List.copyOf(trustFrameworks);
        levels = List.copyOf(levels);
    }

    /** "The verification element is REQUIRED"; {@code trust_framework} may be {@code null} in it. */
    static VerificationWish of(JsonNode verification) {
        ObjectNode wish = Json.object(verification);
        ObjectNode time = Json.objectOrNull(wish.get(TIME));
        return new VerificationWish(
                Json.values(Json.objectOrNull(wish.get(TRUST_FRAMEWORK))),
                Json.values(Json.objectOrNull(wish.get(ASSURANCE_LEVEL))),
                wish.has(TIME),
                maxAge(time),
                !Json.values(time).isEmpty()
                        || wish.propertyStream()
                                .anyMatch(other -> !OURS.contains(other.getKey())
                                        && !other.getValue().isNull()));
    }

    private static OptionalLong maxAge(ObjectNode time) {
        JsonNode seconds = time.path(MAX_AGE);
        if (seconds.isMissingNode()) {
            return OptionalLong.empty();
        }
        if (!seconds.canConvertToLong() || seconds.asLong() < 0) {
            throw Json.malformed();
        }
        return OptionalLong.of(seconds.asLong());
    }
}
