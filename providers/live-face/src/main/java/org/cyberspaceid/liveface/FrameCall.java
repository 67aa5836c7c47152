package org.cyberspaceid.liveface;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.cyberspaceid.core.outcome.Problem;
import org.keycloak.models.KeycloakSession;

/**
 * A camera frame that a page's script posts ({@code docs/pages.md}). Answers are never cached.
 *
 * @param site header {@code Sec-Fetch-Site}; null from a browser without it
 * @param length header {@code Content-Length}
 */
public record FrameCall(KeycloakSession session, String site, String length, InputStream unverifiedFrame) {
    private static final String SAME_ORIGIN = "same-origin";

    /**
     * Judges the frame.
     *
     * @param check the tab's; empty: there is none, or the tab is not this browser's
     * @param gone what the script is told then
     */
    public <R> Response answer(Optional<LiveCheck<R>> check, Problem gone) throws IOException {
        if (check.isEmpty() || (site != null && !site.equals(SAME_ORIGIN))) {
            return JsonAnswer.error(Response.Status.FORBIDDEN, gone.code());
        }
        Optional<byte[]> frame = LimitedBody.read(unverifiedFrame, length, FaceFrames.MAX_BYTES);
        if (frame.isEmpty()) {
            return JsonAnswer.error(Response.Status.REQUEST_ENTITY_TOO_LARGE, Problem.FACE_IMAGE_UNUSABLE.code());
        }
        return JsonAnswer.ok(
                new FaceFrames<>(session.getProvider(FaceServiceProvider.class).faces(), check.get())
                        .judge(frame.get()));
    }
}
