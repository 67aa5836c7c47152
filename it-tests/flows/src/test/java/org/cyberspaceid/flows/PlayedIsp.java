package org.cyberspaceid.flows;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * A confidential client played by a test, at any realm: authorization requests with fresh {@code state}, {@code nonce} and PKCE, the
 * calls of its back end, and a small HTTP server that receives logout tokens.
 */
final class PlayedIsp implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String issuer;
    private final String clientId;
    private final String secret = random();
    private final String host;
    private final HttpServer server;
    private final List<String> logoutTokens = new CopyOnWriteArrayList<>();
    private final List<String> securityEvents = new CopyOnWriteArrayList<>();
    private volatile int answerToEvents = 202;
    private volatile int answerToLogouts = 200;
    private String verifier;

    /** @param host {@code localhost} or {@code 127.0.0.1}: two hosts are two sectors */
    PlayedIsp(String issuer, String clientId, String host) {
        this.issuer = issuer;
        this.clientId = clientId;
        this.host = host;
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.createContext("/backchannel-logout", this::hear);
        server.createContext("/security-events", this::hearEvent);
        server.start();
    }

    String clientId() {
        return clientId;
    }

    String secret() {
        return secret;
    }

    URI redirectUri() {
        return at("/back");
    }

    URI afterSignOut() {
        return at("/signed-out");
    }

    URI backchannelLogoutUri() {
        return at("/backchannel-logout");
    }

    URI securityEventsUri() {
        return at("/security-events");
    }

    private URI at(String path) {
        return URI.create("http://" + host + ":" + server.getAddress().getPort() + path);
    }

    // In the browser

    /** An authorization request. */
    URI signIn(String scope, Map<String, String> more) {
        return endpoint("/auth?" + form(request(scope, more)));
    }

    private Map<String, String> request(String scope, Map<String, String> more) {
        verifier = random();
        Map<String, String> parameters = new LinkedHashMap<>(Map.of(
                "client_id",
                clientId,
                "redirect_uri",
                redirectUri().toString(),
                "response_type",
                "code",
                "scope",
                scope,
                "state",
                random(),
                "nonce",
                random(),
                "code_challenge",
                challenge(verifier),
                "code_challenge_method",
                "S256"));
        parameters.putAll(more);
        return parameters;
    }

    /** A request by reference (RFC 9126): pushes it, and answers what is pushed to the browser. */
    JsonNode push(String scope, Map<String, String> more) {
        return post("/ext/par/request", request(scope, more));
    }

    URI signInByReference(JsonNode pushed) {
        return endpoint("/auth?"
                + form(Map.of(
                        "client_id",
                        clientId,
                        "request_uri",
                        pushed.path("request_uri").asText())));
    }

    /** OpenID Connect RP-Initiated Logout 1.0. */
    URI signOut(String idToken) {
        return endpoint("/logout?"
                + form(Map.of(
                        "id_token_hint", idToken,
                        "post_logout_redirect_uri", afterSignOut().toString(),
                        "state", random())));
    }

    static Map<String, String> parameters(URI redirect) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (redirect.getRawQuery() != null) {
            for (String parameter : redirect.getRawQuery().split("&")) {
                String[] pair = parameter.split("=", 2);
                parameters.put(pair[0], URLDecoder.decode(pair.length > 1 ? pair[1] : "", StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    // In the back end

    JsonNode tokens(URI redirect) {
        return post(
                "/token",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        parameters(redirect).getOrDefault("code", "none"),
                        "redirect_uri",
                        redirectUri().toString(),
                        "code_verifier",
                        verifier));
    }

    JsonNode refresh(JsonNode tokens) {
        return post(
                "/token",
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        tokens.path("refresh_token").asText()));
    }

    JsonNode introspect(String token) {
        return post("/token/introspect", Map.of("token", token));
    }

    JsonNode userinfo(JsonNode tokens) {
        return send(HttpRequest.newBuilder(endpoint("/userinfo"))
                .header("Authorization", "Bearer " + tokens.path("access_token").asText())
                .build());
    }

    /** The payload of a JWT. */
    static JsonNode claims(String jwt) {
        return Answers.json(new String(Base64.getUrlDecoder().decode(jwt.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    List<String> logoutTokens() {
        return List.copyOf(logoutTokens);
    }

    /** @param status for logout tokens from now on; at first 200 */
    void answerLogouts(int status) {
        answerToLogouts = status;
    }

    /** Every push that came, whatever was answered. */
    List<String> securityEvents() {
        return List.copyOf(securityEvents);
    }

    /** @param status for pushes from now on; at first 202 */
    void answerEvents(int status) {
        answerToEvents = status;
    }

    private JsonNode post(String path, Map<String, String> fields) {
        String basic = Base64.getEncoder().encodeToString((clientId + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(endpoint(path))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields)))
                .build());
    }

    private static JsonNode send(HttpRequest request) {
        try {
            return Answers.json(
                    HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void hear(HttpExchange call) throws IOException {
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        logoutTokens.add(parameters(URI.create("http://x/?" + body)).get("logout_token"));
        call.sendResponseHeaders(answerToLogouts, -1);
        call.close();
    }

    /** RFC 8935, 2. */
    private void hearEvent(HttpExchange call) throws IOException {
        String token = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean asTheRfcSays = call.getRequestMethod().equals("POST")
                && "application/secevent+jwt".equals(call.getRequestHeaders().getFirst("Content-Type"))
                && "application/json".equals(call.getRequestHeaders().getFirst("Accept"));
        securityEvents.add(asTheRfcSays ? token : "not as RFC 8935 says");
        call.sendResponseHeaders(answerToEvents, -1);
        call.close();
    }

    private URI endpoint(String path) {
        return URI.create(issuer + "/protocol/openid-connect" + path);
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
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

    @Override
    public void close() {
        server.stop(0);
    }
}
