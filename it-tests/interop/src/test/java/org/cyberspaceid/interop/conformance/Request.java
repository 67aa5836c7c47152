package org.cyberspaceid.interop.conformance;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An authorization request as the suite sends it: with {@code state} and {@code nonce}, without PKCE, unless a module says otherwise.
 */
final class Request {
    private final Rp rp;
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private Optional<CodeVerifier> verifier = Optional.empty();
    private Optional<Map<String, String>> outsideOfTheObject = Optional.empty();

    Request(Rp rp) {
        this.rp = rp;
        with("client_id", rp.clientId());
        with("redirect_uri", rp.redirectUri().toString());
        with("response_type", "code");
        with("scope", "openid");
        with("state", Rp.random());
        with("nonce", Rp.random());
    }

    Request with(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    Request without(String name) {
        parameters.remove(name);
        return this;
    }

    /** RFC 7636 with S256. */
    Request withPkce() {
        CodeVerifier fresh = new CodeVerifier();
        verifier = Optional.of(fresh);
        return with(
                        "code_challenge",
                        CodeChallenge.compute(CodeChallengeMethod.S256, fresh).getValue())
                .with("code_challenge_method", CodeChallengeMethod.S256.getValue());
    }

    /**
     * All of it in an unsigned request object (OpenID Connect Core 1.0, 6.1). The query repeats what OAuth 2.0 requires there, with
     * this redirect URI.
     */
    Request inUnsignedRequestObject(URI redirectUriOutside) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(rp.clientId())
                .audience(rp.provider().issuer());
        parameters.forEach(claims::claim);
        outsideOfTheObject = Optional.of(Map.of(
                "client_id", rp.clientId(),
                "response_type", "code",
                "scope", parameters.get("scope"),
                "redirect_uri", redirectUriOutside.toString(),
                "request", new PlainJWT(claims.build()).serialize()));
        return this;
    }

    Rp rp() {
        return rp;
    }

    boolean isFormPost() {
        return "form_post".equals(parameters.get("response_mode"));
    }

    String state() {
        return parameters.get("state");
    }

    /** Null if none was sent. */
    Nonce nonce() {
        return parameters.containsKey("nonce") ? new Nonce(parameters.get("nonce")) : null;
    }

    Optional<String> verifier() {
        return verifier.map(CodeVerifier::getValue);
    }

    /** What the authorization endpoint is sent. */
    Map<String, String> sent() {
        return outsideOfTheObject.orElse(parameters);
    }

    URI uri() {
        return URI.create(rp.provider().metadata().getAuthorizationEndpointURI() + "?" + Http.form(sent()));
    }
}
