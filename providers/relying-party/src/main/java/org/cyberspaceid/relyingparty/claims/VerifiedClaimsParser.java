package org.cyberspaceid.relyingparty.claims;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.cyberspaceid.core.claims.BooleanClaim;

/** One element of {@code verified_claims}. A name or number with a {@code value} is to be compared, without one to be told. */
final class VerifiedClaimsParser {
    private static final String VALUE = "value";

    private final Map<BooleanClaim, Wish> facts = new EnumMap<>(BooleanClaim.class);
    private final Map<RealValue, Wish> values = new EnumMap<>(RealValue.class);
    private final Map<RealValue, String> supplied = new EnumMap<>(RealValue.class);
    private boolean isMatchEssential;
    private Optional<IdentityMatch> match = Optional.empty();

    VerifiedClaimsWish read(JsonNode element) {
        ObjectNode wish = Json.object(element);
        ObjectNode claims = Json.object(wish.path("claims"));
        if (claims.isEmpty()) {
            throw Json.malformed();
        }
        claims.propertyStream().forEach(claim -> claim(claim.getKey(), claim.getValue()));
        if (!supplied.isEmpty()) {
            match = Optional.of(pair());
        }
        return new VerifiedClaimsWish(VerificationWish.of(wish.path("verification")), facts, match, values);
    }

    private void claim(String name, JsonNode request) {
        Wish wish = ClaimsParser.wish(request);
        BooleanClaim.ofClaim(name).ifPresent(fact -> facts.put(fact, wish));
        RealValue.ofClaim(name).ifPresent(value -> realValue(value, wish));
        if (name.equals(ClaimsRequest.IDENTITY_MATCH)) {
            match = Optional.of(new IdentityMatch.Hashed(text(request.path(VALUE)), wish.essential()));
        }
    }

    private void realValue(RealValue value, Wish wish) {
        if (wish.wanted().isEmpty()) {
            values.put(value, wish);
        } else if (wish.wanted().size() == 1) {
            supplied.put(value, text(wish.wanted().get(0)));
            isMatchEssential |= wish.essential();
        } else {
            throw new ClaimsRefusedException(RequestProblem.IDENTITY_MATCH_INCOMPLETE);
        }
    }

    private IdentityMatch pair() {
        String name = supplied.remove(RealValue.NAME);
        String number = supplied.remove(RealValue.DOCUMENT_NUMBER);
        if (name == null || number == null || !supplied.isEmpty() || match.isPresent()) {
            throw new ClaimsRefusedException(RequestProblem.IDENTITY_MATCH_INCOMPLETE);
        }
        return new IdentityMatch.Supplied(name, number, isMatchEssential);
    }

    private static String text(JsonNode value) {
        if (value.isTextual() && !value.asText().isBlank()) {
            return value.asText();
        }
        throw new ClaimsRefusedException(RequestProblem.IDENTITY_MATCH_INCOMPLETE);
    }
}
