package org.cyberspaceid.sandbox.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.cyberspaceid.virtual.VirtualDocument;

/** What a reader app does: claims a hand-off with a key of its own, shows the code, reads the chip, submits. One per reading. */
public final class VirtualReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final int NOT_YET = 409;
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final DpopKey key = new DpopKey();

    /**
     * What the claim answered.
     *
     * @param submitTo where the submission goes
     * @param challenge for the chip, 8 bytes
     * @param audience whom a statement is for
     * @param code to be typed in the browser
     * @param expiresAt when the reading ends
     */
    public record Claimed(URI submitTo, byte[] challenge, String audience, String code, Instant expiresAt) {}

    /** An answer of the server. */
    public record Answer(int status, JsonNode body) {
        /** The stable code of the refusal, or empty text. */
        public String error() {
            return body.path("error").asText("");
        }
    }

    /**
     * Claims the hand-off.
     *
     * @param link as on the page: {@code …/reader/open#<handle>}
     * @throws RefusedException when the link is used, expired or not one
     */
    public Claimed claim(URI link) {
        URI claims = URI.create(link.toString().replaceFirst("/open#.*$", "/claims"));
        String body = JSON.createObjectNode().put("handle", link.getFragment()).toString();
        Answer answer = post(claims, body.getBytes(StandardCharsets.UTF_8));
        if (answer.status() != 200) {
            throw new RefusedException(answer.status(), answer.error());
        }
        JsonNode claimed = answer.body();
        return new Claimed(
                claims.resolve("readings/" + claimed.path("reading_id").asText()),
                Base64.getUrlDecoder().decode(claimed.path("challenge").asText()),
                claimed.path("audience").asText(),
                claimed.path("code").asText(),
                Instant.now().plusSeconds(claimed.path("expires_in").asLong()));
    }

    /** Reads the document and submits; retries until the code was typed or the reading expired. */
    public Answer readAndSubmit(Claimed claimed, VirtualDocument document) {
        byte[] submission = document.submission(claimed.challenge(), claimed.audience());
        Answer answer = submit(claimed, submission);
        while (answer.status() == NOT_YET && Instant.now().isBefore(claimed.expiresAt())) {
            pause();
            answer = submit(claimed, submission);
        }
        return answer;
    }

    /** One submission, as it is. */
    public Answer submit(Claimed claimed, byte[] submission) {
        return post(claimed.submitTo(), submission);
    }

    private Answer post(URI address, byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .header("DPoP", key.proof("POST", address))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<byte[]> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), json(answer.body()));
        } catch (IOException broken) {
            throw new RefusedException(0, "no answer: " + broken.getMessage());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new RefusedException(0, "interrupted");
        }
    }

    private static JsonNode json(byte[] body) throws IOException {
        try {
            JsonNode node = JSON.readTree(body);
            return node == null ? JSON.createObjectNode() : node;
        } catch (com.fasterxml.jackson.core.JacksonException notJson) {
            return JSON.createObjectNode().put("error", "not_json");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new RefusedException(0, "interrupted");
        }
    }
}
