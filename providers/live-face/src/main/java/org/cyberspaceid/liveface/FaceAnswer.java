package org.cyberspaceid.liveface;

import java.time.Duration;
import java.util.Locale;
import org.cyberspaceid.core.face.FaceService.Hint;
import org.cyberspaceid.core.face.FaceService.Prompt;

/** What the camera page is told after a frame ({@code pages.md}). */
record FaceAnswer(String outcome, String prompt, int done, int of, String hint, long retryAfterSeconds) {

    static FaceAnswer of(FaceState face, Hint hint) {
        if (face.passed()) {
            return new FaceAnswer("passed", lower(Prompt.DONE), face.done(), face.of(), lower(Hint.NONE), 0);
        }
        if (!face.running()) {
            return failed();
        }
        return new FaceAnswer("continue", face.prompt(), face.done(), face.of(), lower(hint), 0);
    }

    static FaceAnswer failed() {
        return new FaceAnswer("failed", lower(Prompt.DONE), 0, 0, lower(Hint.NONE), 0);
    }

    static FaceAnswer unavailable(Duration retryAfter) {
        long seconds = Math.max(1, retryAfter.toSeconds());
        return new FaceAnswer("unavailable", lower(Prompt.CENTER), 0, 0, lower(Hint.NONE), seconds);
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
