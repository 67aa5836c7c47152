package org.cyberspaceid.face.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.cyberspaceid.face.engine.AttackDetection;
import org.jboss.logging.Logger;

/**
 * A presentation attack detection service over HTTP: the frame goes there as {@code image/jpeg}, and {@code {"presentation": "bona_fide"}} or
 * {@code {"presentation": "attack"}} comes back. Anything else is no answer, and without an answer nobody passes.
 */
final class HttpAttackDetection implements AttackDetection {
    private static final Logger LOG = Logger.getLogger(HttpAttackDetection.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final URI service;
    private final Optional<String> token;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    HttpAttackDetection(URI service, Optional<Path> tokenFile) {
        this.service = service;
        this.token = tokenFile.map(HttpAttackDetection::read);
    }

    @Override
    public Answer judge(byte[] frame) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service)
                .timeout(PATIENCE)
                .header("Content-Type", "image/jpeg")
                .POST(BodyPublishers.ofByteArray(frame));
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            return response.statusCode() == 200
                    ? answer(JSON.readTree(response.body()))
                    : away("status " + response.statusCode());
        } catch (IOException e) {
            return away(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return away("interrupted");
        }
    }

    private static Answer answer(JsonNode json) {
        return switch (json.path("presentation").asText()) {
            case "bona_fide" -> new Answer.BonaFide();
            case "attack" -> new Answer.Attack();
            default -> away("neither bona_fide nor attack");
        };
    }

    private static Answer away(String why) {
        LOG.warnf("The attack detection service did not answer: %s", why);
        return new Answer.Unavailable(RETRY_AFTER);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The attack detection's token cannot be read", e);
        }
    }
}
