package org.cyberspaceid.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cyberspaceid.harness.Secrets;

/**
 * All that a demo ISP holds of a person after a sign-in: ID token, userinfo, access token, and what introspection (RFC 7662) answers
 * its back end.
 *
 * @param sources the claims of each of the four
 */
public record IspKnowledge(List<JsonNode> sources) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> CLIENTS = List.of("demo-isp-library", "demo-isp-games");
    private static final Set<String> OF_THE_PERSON =
            Set.of("sub", "identity_verified", "age_over_18", "phone_number_verified");
    /** Claims of the protocol: none says anything of the person. */
    private static final Set<String> OF_THE_PROTOCOL = Set.of(
            "iss",
            "aud",
            "azp",
            "exp",
            "iat",
            "auth_time",
            "jti",
            "nonce",
            "at_hash",
            "sid",
            "session_state",
            "acr",
            "amr",
            "typ",
            "scope",
            "nbf",
            "active",
            "client_id",
            "token_type",
            "allowed-origins");

    /**
     * Gathers it.
     *
     * @param isp 0 or 1
     * @param received the ISP's {@code /session.json}
     */
    public static IspKnowledge of(Sandbox sandbox, int isp, JsonNode received) {
        String accessToken = received.path("raw_access_token").asText();
        return new IspKnowledge(List.of(
                received.path("id_token"),
                received.path("userinfo"),
                read(new String(Base64.getUrlDecoder().decode(accessToken.split("\\.", 3)[1]), StandardCharsets.UTF_8)),
                introspect(sandbox, CLIENTS.get(isp), accessToken)));
    }

    /** The names of claims that are neither the number, the three answers, nor the protocol's. */
    public Set<String> beyondWhatIsAllowed() {
        Set<String> names = new TreeSet<>();
        sources.forEach(source -> source.fieldNames().forEachRemaining(names::add));
        names.removeAll(OF_THE_PERSON);
        names.removeAll(OF_THE_PROTOCOL);
        return names;
    }

    private static JsonNode introspect(Sandbox sandbox, String client, String token) {
        String secret = new Secrets(sandbox.harness().folder().resolve("secrets")).value(client);
        String basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(sandbox.harness().issuer() + "/protocol/openid-connect/token/introspect"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("token=" + URLEncoder.encode(token, StandardCharsets.UTF_8)))
                .build();
        try {
            return read(HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
