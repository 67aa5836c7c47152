package org.cyberspaceid.signin.face;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.liveface.BrowserTab;
import org.cyberspaceid.liveface.FrameCall;
import org.cyberspaceid.liveface.LiveCheck;
import org.keycloak.models.KeycloakSession;

/** What the camera page's script calls at sign-in, with the browser's own cookie ({@code pages.md}). */
public final class SignInResource {
    private final KeycloakSession session;

    SignInResource(KeycloakSession session) {
        this.session = session;
    }

    /** Judges a camera frame. */
    @POST
    @Path(SignInResourceFactory.FRAMES)
    @Consumes("image/jpeg")
    @Produces(MediaType.APPLICATION_JSON)
    public Response faceFrame(
            @QueryParam("client_id") String clientId,
            @QueryParam("tab_id") String tabId,
            @HeaderParam("Sec-Fetch-Site") String site,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) String length,
            InputStream unverifiedFrame)
            throws IOException {
        Optional<LiveCheck<SignInFaceCheck.Read>> check = BrowserTab.find(session, clientId, tabId)
                .map(tab -> tab.getAuthNote(FaceProof.CHECK))
                .map(id -> new SignInFaceCheck(session, id));
        return new FrameCall(session, site, length, unverifiedFrame).answer(check, Problem.FACE_TOO_SLOW);
    }
}
