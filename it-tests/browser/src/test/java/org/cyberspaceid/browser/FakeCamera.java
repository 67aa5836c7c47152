package org.cyberspaceid.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.TurnRenderer;

/**
 * A camera for Chromium: {@code getUserMedia} gives the stream of a canvas that turns a rendered head the way the page's
 * {@code data-prompt} asks, a few degrees a frame, as a person does.
 */
final class FakeCamera {
    private static final int STEP = 3;

    /** As the clips of the attack tests: all nine people show depth enough here, not all of them at 24°. */
    private static final int FURTHEST = 30;

    private FakeCamera() {}

    /** The script to run before every page. */
    static String following(Portrait portrait) {
        return script(portrait, "following");
    }

    /** A person who holds a photo still. */
    static String still(Portrait portrait) {
        return script(portrait, "still");
    }

    private static String script(Portrait portrait, String behaviour) {
        String frames = IntStream.rangeClosed(-FURTHEST / STEP, FURTHEST / STEP)
                .mapToObj(i -> "\"" + base64(TurnRenderer.frame(portrait, i * STEP)) + "\"")
                .collect(Collectors.joining(",", "[", "]"));
        return template().replace("\"%FRAMES%\"", frames).replace("%BEHAVIOUR%", behaviour);
    }

    private static String template() {
        try (var script = FakeCamera.class.getResourceAsStream("/fake-camera.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String base64(byte[] jpeg) {
        return Base64.getEncoder().encodeToString(jpeg);
    }
}
