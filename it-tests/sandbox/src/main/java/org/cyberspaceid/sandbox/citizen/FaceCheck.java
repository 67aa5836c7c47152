package org.cyberspaceid.sandbox.citizen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;

/** What the script of the camera page does: one frame at a time, until the answer is final. */
final class FaceCheck {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** No faster than a camera. */
    private static final Duration BETWEEN_FRAMES = Duration.ofMillis(40);

    private final Browser browser;
    private final Camera camera;

    FaceCheck(Browser browser, Camera camera) {
        this.browser = browser;
        this.camera = camera;
    }

    /** The final outcome, {@code passed} or {@code failed}. */
    String run(URI frames) {
        String prompt = "center";
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            JsonNode answer = post(frames, camera.frame(prompt));
            String outcome = answer.path("outcome").asText();
            switch (outcome) {
                case "continue" -> {
                    prompt = answer.path("prompt").asText("center");
                    pause(BETWEEN_FRAMES);
                }
                case "unavailable" ->
                    pause(Duration.ofSeconds(answer.path("retryAfterSeconds").asInt(1)));
                case "passed", "failed" -> {
                    return outcome;
                }
                default -> throw new StrayedException("the frames' address answered " + answer);
            }
        }
        throw new StrayedException("the face check did not end within " + PATIENCE);
    }

    private JsonNode post(URI frames, byte[] jpeg) {
        HttpResponse<String> answer = browser.postBytes(frames, "image/jpeg", jpeg);
        if (answer.statusCode() != 200) {
            throw new StrayedException("a frame was answered by " + answer.statusCode() + " " + answer.body());
        }
        try {
            return JSON.readTree(answer.body());
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new StrayedException("interrupted", stop);
        }
    }
}
