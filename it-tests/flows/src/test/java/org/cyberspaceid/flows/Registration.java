package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The dynamic registration endpoints (OpenID Connect Dynamic Client Registration 1.0; RFC 7592). */
final class Registration {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String base;

    Registration(String issuer) {
        base = issuer + "/clients-registrations/";
    }

    /** @param format {@code openid-connect}, or {@code default} for Keycloak's own */
    Answer post(String format, String token, String json) {
        return send(URI.create(base + format), token, "POST", json);
    }

    Answer put(String address, String token, String json) {
        return send(URI.create(address), token, "PUT", json);
    }

    private static Answer send(URI address, String token, String method, String json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    record Answer(int status, String body) {
        JsonNode expect(int expected) {
            assertThat(status).as(body).isEqualTo(expected);
            return Answers.json(body);
        }
    }
}
