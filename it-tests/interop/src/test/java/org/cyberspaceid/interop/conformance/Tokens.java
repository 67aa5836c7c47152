package org.cyberspaceid.interop.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.InvalidHashException;
import java.net.http.HttpResponse;
import java.text.ParseException;

/** A token response with an ID token, checked as the suite checks every one. */
final class Tokens {
    private final Rp rp;
    private final JsonNode response;
    private final IDTokenClaimsSet claims;

    private Tokens(Rp rp, JsonNode response, Nonce nonce) {
        this.rp = rp;
        this.response = response;
        this.claims = rp.provider().verified(parsed(response), rp.clientId(), nonce);
    }

    static Tokens in(HttpResponse<String> answer, Request request) {
        return in(answer, request.rp(), request.nonce());
    }

    static Tokens in(HttpResponse<String> answer, Rp rp, Nonce nonce) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        // RFC 6749, 5.1
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        JsonNode response = Http.json(answer);
        assertThat(response.path("token_type").asText()).isEqualToIgnoringCase("Bearer");
        assertThat(response.path("expires_in").asInt()).isPositive();
        Tokens tokens = new Tokens(rp, response, nonce);
        tokens.checkIdToken();
        return tokens;
    }

    private void checkIdToken() {
        JWT idToken = parsed(response);
        assertThat(idToken.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        assertThat(idToken.getHeader().toJSONObject().get("kid"))
                .as("kid")
                .isIn(rp.provider().keys().getKeys().stream()
                        .map(key -> (Object) key.getKeyID())
                        .toList());
        assertThat(claims.getAuthorizedParty().getValue()).isEqualTo(rp.clientId());
        assertThat(claims.getSubject().getValue()).hasSize(26);
        try {
            AccessTokenValidator.validate(
                    new BearerAccessToken(accessToken()), JWSAlgorithm.RS256, claims.getAccessTokenHash());
        } catch (InvalidHashException wrong) {
            throw new AssertionError("at_hash is of another access token", wrong);
        }
    }

    private static JWT parsed(JsonNode response) {
        try {
            return JWTParser.parse(response.path("id_token").asText());
        } catch (ParseException none) {
            throw new AssertionError("no ID token", none);
        }
    }

    /** What the ID token says. */
    IDTokenClaimsSet claims() {
        return claims;
    }

    String subject() {
        return claims.getSubject().getValue();
    }

    /** Seconds since 1970; fails without the claim. */
    long authTime() {
        assertThat(claims.getNumberClaim("auth_time")).as("auth_time").isNotNull();
        return claims.getNumberClaim("auth_time").longValue();
    }

    Rp rp() {
        return rp;
    }

    String idToken() {
        return response.path("id_token").asText();
    }

    String accessToken() {
        return response.path("access_token").asText();
    }

    String refreshToken() {
        assertThat(response.path("refresh_token").asText()).isNotEmpty();
        return response.path("refresh_token").asText();
    }
}
