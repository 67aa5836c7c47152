package org.cyberspaceid.flows;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** The first demo ISP's part, played by the test: so that the token request can be told from what the ISP asks afterwards. */
final class IspBackEnd {
    private static final String CLIENT = "demo-isp-library";
    private static final String VERIFIER = "a-verifier-that-is-long-enough-for-the-rule-of-43-characters";

    private final String issuer;
    private final URI redirectUri;
    private final String secret;

    IspBackEnd(String issuer, URI redirectUri, String secret) {
        this.issuer = issuer;
        this.redirectUri = redirectUri;
        this.secret = secret;
    }

    String issuer() {
        return issuer;
    }

    URI redirectUri() {
        return redirectUri;
    }

    /** The authorization request. */
    URI signIn() {
        return URI.create(issuer + "/protocol/openid-connect/auth?"
                + form(Map.of(
                        "client_id", CLIENT,
                        "redirect_uri", redirectUri.toString(),
                        "response_type", "code",
                        "scope", "openid identity_verified age_over_18 phone_verified",
                        "state", "s",
                        "nonce", "n",
                        "code_challenge", challenge(),
                        "code_challenge_method", "S256")));
    }

    /** The token request for the code in a redirect; the answer. */
    JsonNode tokens(URI redirect) {
        String code = Arrays.stream(redirect.getRawQuery().split("&"))
                .filter(p -> p.startsWith("code="))
                .map(p -> URLDecoder.decode(p.substring(5), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no code in the redirect"));
        String basic = Base64.getEncoder().encodeToString((CLIENT + ":" + secret).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        redirectUri.toString(),
                        "code_verifier",
                        VERIFIER))))
                .build();
        try {
            return Answers.json(HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
