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
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** An ISP of the test's own with an allow-list and, where it has one, a legal basis; its part is played by the test. */
final class MatrixIsp {
    private static final String VERIFIER = "a-verifier-that-is-long-enough-for-the-rule-of-43-characters";
    private static final String CHALLENGE = challenge();
    private static final String SECRET = "not-a-secret-of-anybody-0123456789";

    private final String issuer;
    private final String clientId;

    private MatrixIsp(String issuer, String clientId) {
        this.issuer = issuer;
        this.clientId = clientId;
    }

    static MatrixIsp register(World world, String clientId, Collection<String> scopes, String legalBasisValues) {
        try (Keycloak admin = world.admin()) {
            RealmResource realm = admin.realm("cyberspace-id");
            try (var created = realm.clients().create(client(clientId, legalBasisValues))) {
                ClientResource client = realm.clients().get(CreatedResponseUtil.getCreatedId(created));
                Map<String, String> ids = realm.clientScopes().findAll().stream()
                        .collect(
                                Collectors.toMap(ClientScopeRepresentation::getName, ClientScopeRepresentation::getId));
                scopes.forEach(scope -> client.addOptionalClientScope(ids.get(scope)));
            }
        }
        return new MatrixIsp(world.issuer(), clientId);
    }

    private static ClientRepresentation client(String clientId, String legalBasisValues) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(clientId);
        client.setName(clientId);
        client.setProtocol("openid-connect");
        client.setPublicClient(false);
        client.setSecret(SECRET);
        client.setStandardFlowEnabled(true);
        client.setDirectAccessGrantsEnabled(false);
        client.setServiceAccountsEnabled(false);
        client.setFullScopeAllowed(false);
        client.setConsentRequired(false);
        client.setRedirectUris(List.of("https://" + clientId + ".example/back"));
        client.setAttributes(Map.of("pkce.code.challenge.method", "S256"));
        client.setProtocolMappers(List.of(contract(legalBasisValues)));
        return client;
    }

    private static ProtocolMapperRepresentation contract(String legalBasisValues) {
        Map<String, String> config = new LinkedHashMap<>(Map.of("alternative-sign-in", "by e-mail and password"));
        if (!legalBasisValues.isEmpty()) {
            config.put("legal-basis", "telecom-real-name");
            config.put("legal-basis.law", "网络安全法第二十四条");
            config.put("legal-basis.purpose", "办理电话入网");
            config.put("legal-basis.retention", "两年");
            config.put("legal-basis.values", legalBasisValues);
        }
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName("isp-contract");
        mapper.setProtocol("openid-connect");
        mapper.setProtocolMapper("isp-contract");
        mapper.setConfig(config);
        return mapper;
    }

    URI redirectUri() {
        return URI.create("https://" + clientId + ".example/back");
    }

    Map<String, String> request(String scope, String claims, String... more) {
        Map<String, String> request = new LinkedHashMap<>(Map.of(
                "client_id",
                clientId,
                "redirect_uri",
                redirectUri().toString(),
                "response_type",
                "code",
                "scope",
                scope,
                "state",
                "s",
                "nonce",
                "n",
                "code_challenge",
                CHALLENGE,
                "code_challenge_method",
                "S256"));
        if (claims != null) {
            request.put("claims", claims);
        }
        for (int i = 0; i < more.length; i += 2) {
            request.put(more[i], more[i + 1]);
        }
        return request;
    }

    URI address(Map<String, String> request) {
        return URI.create(issuer + "/protocol/openid-connect/auth?" + form(request));
    }

    /** The answer of the PAR endpoint. */
    JsonNode push(Map<String, String> request) {
        return Answers.json(send(HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/ext/par/request"))
                .header("Authorization", basic())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(request)))));
    }

    /** The authorization request that refers to a pushed one. */
    URI pushed(Map<String, String> request) {
        JsonNode answer = push(request);
        if (!answer.has("request_uri")) {
            throw new AssertionError("not pushed: " + answer);
        }
        return address(Map.of(
                "client_id", clientId, "request_uri", answer.get("request_uri").asText()));
    }

    JsonNode tokens(URI redirect) {
        String code = response(redirect).get("code");
        if (code == null) {
            throw new AssertionError("no code in " + redirect);
        }
        return token(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                redirectUri().toString(),
                "code_verifier",
                VERIFIER));
    }

    JsonNode refresh(JsonNode tokens) {
        return token(Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                tokens.path("refresh_token").asText()));
    }

    private JsonNode token(Map<String, String> form) {
        return Answers.json(send(HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .header("Authorization", basic())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(form)))));
    }

    JsonNode userinfo(JsonNode tokens) {
        return Answers.json(send(HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/userinfo"))
                .header("Authorization", "Bearer " + tokens.path("access_token").asText())));
    }

    static JsonNode idToken(JsonNode tokens) {
        return payload(tokens.path("id_token").asText());
    }

    static JsonNode payload(String jwt) {
        return Answers.json(new String(Base64.getUrlDecoder().decode(jwt.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    static Map<String, String> response(URI redirect) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : redirect.getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private String basic() {
        return "Basic "
                + Base64.getEncoder().encodeToString((clientId + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
    }

    private static String send(HttpRequest.Builder request) {
        try {
            return HttpClient.newHttpClient()
                    .send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String challenge() {
        try {
            byte[] hash = java.security.MessageDigest.getInstance("SHA-256")
                    .digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
