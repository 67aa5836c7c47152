package org.cyberspaceid.interop.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.cyberspaceid.realm.IspAgreement;
import org.cyberspaceid.realm.IspClient;

/**
 * The relying party that the suite plays: a confidential client, registered beforehand, with the addresses that the suite gives its
 * clients. It listens for logout tokens alone; what comes to its other addresses by the browser is read in the browser.
 */
final class Rp {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Provider provider;
    private final String clientId;
    private final String secret = random();
    private final HttpServer server;
    private final List<Map<String, String>> logoutRequests = new CopyOnWriteArrayList<>();

    Rp(Provider provider, String clientId) {
        this.provider = provider;
        this.clientId = clientId;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.createContext(backchannelLogoutUri().getPath(), this::hear);
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(0), "rp-close"));
    }

    /** As {@code conformance/prepare} registers it: one module sends neither {@code nonce} nor PKCE. */
    IspClient registration() {
        return new IspClient(
                clientId,
                "Conformance suite",
                Optional.empty(),
                List.of(redirectUri().toString()),
                List.of(afterLogout().toString()),
                Optional.empty(),
                Optional.of(backchannelLogoutUri().toString()),
                Optional.empty(),
                Set.of("identity_verified"),
                new IspAgreement(
                        "none is needed: there is no service",
                        Optional.empty(),
                        true,
                        Optional.of(LocalDate.now(ZoneOffset.UTC).plusDays(2).toString()),
                        Optional.empty(),
                        Optional.empty()));
    }

    Provider provider() {
        return provider;
    }

    String clientId() {
        return clientId;
    }

    String secret() {
        return secret;
    }

    URI redirectUri() {
        return at("callback");
    }

    URI afterLogout() {
        return at("post_logout_redirect");
    }

    URI backchannelLogoutUri() {
        return at("backchannel_logout");
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/test/a/" + clientId + "/" + path);
    }

    /** The token request for a code, with {@code client_secret_basic}. */
    HttpResponse<String> redeem(String code, Optional<String> verifier) {
        return token(codeGrant(code, verifier));
    }

    /** The same with {@code client_secret_post}. */
    HttpResponse<String> redeemWithSecretPost(String code) {
        Map<String, String> fields = codeGrant(code, Optional.empty());
        fields.put("client_id", clientId);
        fields.put("client_secret", secret);
        return Http.post(provider.metadata().getTokenEndpointURI(), fields);
    }

    private Map<String, String> codeGrant(String code, Optional<String> verifier) {
        Map<String, String> fields = new HashMap<>();
        fields.put("grant_type", "authorization_code");
        fields.put("code", code);
        fields.put("redirect_uri", redirectUri().toString());
        verifier.ifPresent(value -> fields.put("code_verifier", value));
        return fields;
    }

    HttpResponse<String> refresh(String refreshToken) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    private HttpResponse<String> token(Map<String, String> fields) {
        String basic = Base64.getEncoder().encodeToString((clientId + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return Http.post(provider.metadata().getTokenEndpointURI(), fields, "Authorization", "Basic " + basic);
    }

    /** With the access token in the header (RFC 6750, 2.1). */
    HttpResponse<String> userinfo(Tokens tokens) {
        return Http.get(userinfoEndpoint(), "Authorization", "Bearer " + tokens.accessToken());
    }

    URI userinfoEndpoint() {
        return provider.metadata().getUserInfoEndpointURI();
    }

    /** The forms that came to {@link #backchannelLogoutUri}, oldest first. */
    List<Map<String, String>> logoutRequests() {
        return List.copyOf(logoutRequests);
    }

    private void hear(HttpExchange call) throws IOException {
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        logoutRequests.add(Http.fields(body));
        call.getResponseHeaders().set("Cache-Control", "no-store");
        call.sendResponseHeaders(200, -1);
        call.close();
    }

    static String random() {
        byte[] bytes = new byte[96];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
