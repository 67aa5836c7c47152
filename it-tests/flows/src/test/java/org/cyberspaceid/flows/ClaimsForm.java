package org.cyberspaceid.flows;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** The ways in which an ISP can ask for facts of the table, and, thought out by hand, where each is answered. */
enum ClaimsForm {
    SCOPE,
    ID_TOKEN,
    USERINFO,
    /** Only a yes is wanted: a no is left out. */
    VALUE_TRUE,
    VALUES_FALSE,
    VERIFIED_ID_TOKEN,
    VERIFIED_USERINFO,
    /** A trust framework that this is not: the whole element is left out. */
    OTHER_FRAMEWORK;

    String scope(Collection<String> claims) {
        return this == SCOPE
                ? claims.stream().map(MatrixPersona.TABLE::get).collect(Collectors.joining(" ", "openid ", ""))
                : "openid";
    }

    String claims(Collection<String> claims) {
        return switch (this) {
            case SCOPE -> null;
            case ID_TOKEN -> "{\"id_token\":{" + each(claims, "null") + "}}";
            case USERINFO -> "{\"userinfo\":{" + each(claims, "null") + ",\"nickname\":null}}";
            case VALUE_TRUE -> "{\"userinfo\":{" + each(claims, "{\"value\":true}") + "}}";
            case VALUES_FALSE -> "{\"userinfo\":{" + each(claims, "{\"values\":[false]}") + "}}";
            case VERIFIED_ID_TOKEN ->
                "{\"id_token\":{\"verified_claims\":{\"verification\":{\"trust_framework\":null},\"claims\":{"
                        + each(claims, "null") + "}}}}";
            case VERIFIED_USERINFO ->
                "{\"userinfo\":{\"verified_claims\":{\"verification\":{\"trust_framework\":{\"value\":\"cn_cyberspace_id\"}},"
                        + "\"claims\":{" + each(claims, "null") + "}}}}";
            case OTHER_FRAMEWORK ->
                "{\"userinfo\":{\"verified_claims\":{\"verification\":{\"trust_framework\":{\"value\":\"eidas\"}},"
                        + "\"claims\":{" + each(claims, "null") + "}}}}";
        };
    }

    Optional<Boolean> expectedInIdToken(MatrixPersona who, String claim) {
        return switch (this) {
            case SCOPE, ID_TOKEN -> truth(who, claim);
            default -> Optional.empty();
        };
    }

    Optional<Boolean> expectedInUserinfo(MatrixPersona who, String claim) {
        return switch (this) {
            case SCOPE, USERINFO -> truth(who, claim);
            case VALUE_TRUE -> truth(who, claim).filter(yes -> yes);
            case VALUES_FALSE -> truth(who, claim).filter(yes -> !yes);
            default -> Optional.empty();
        };
    }

    Optional<Boolean> expectedVerifiedInIdToken(MatrixPersona who, String claim) {
        return this == VERIFIED_ID_TOKEN && who.verified() ? truth(who, claim) : Optional.empty();
    }

    Optional<Boolean> expectedVerifiedInUserinfo(MatrixPersona who, String claim) {
        return this == VERIFIED_USERINFO && who.verified() ? truth(who, claim) : Optional.empty();
    }

    private static Optional<Boolean> truth(MatrixPersona who, String claim) {
        return Optional.ofNullable(who.truth().get(claim));
    }

    private static String each(Collection<String> claims, String wish) {
        return claims.stream().map(claim -> "\"" + claim + "\":" + wish).collect(Collectors.joining(","));
    }
}
