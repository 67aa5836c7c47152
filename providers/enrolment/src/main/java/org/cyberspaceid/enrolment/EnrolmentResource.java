package org.cyberspaceid.enrolment;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.enrolment.EnrolmentStore.Versioned;
import org.cyberspaceid.liveface.BrowserTab;
import org.cyberspaceid.liveface.FrameCall;
import org.cyberspaceid.liveface.JsonAnswer;
import org.cyberspaceid.liveface.LiveCheck;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.Urls;

/** What the enrolment pages' scripts call, with the browser's own cookie ({@code pages.md}). Answers are never cached. */
public final class EnrolmentResource {
    private final KeycloakSession session;

    EnrolmentResource(KeycloakSession session) {
        this.session = session;
    }

    /** How far the reader got; {@code expired} also when there is no enrolment (any more). */
    @GET
    @Path(EnrolmentResourceFactory.STATUS)
    @Produces(MediaType.APPLICATION_JSON)
    public Response readerStatus(@QueryParam("client_id") String clientId, @QueryParam("tab_id") String tabId) {
        long now = Clock.systemUTC().instant().getEpochSecond();
        Optional<ReadingState> reading = enrolmentId(clientId, tabId)
                .flatMap(id -> Journey.store(session).read(id))
                .map(read -> read.state().reading());
        ReaderStatus status = reading.map(r -> new ReaderStatus(r.visibleAt(now), r.crossDevice()))
                .orElse(new ReaderStatus("expired", false));
        return JsonAnswer.ok(status);
    }

    /** Judges a camera frame. */
    @POST
    @Path(EnrolmentResourceFactory.FRAMES)
    @Consumes("image/jpeg")
    @Produces(MediaType.APPLICATION_JSON)
    public Response faceFrame(
            @QueryParam("client_id") String clientId,
            @QueryParam("tab_id") String tabId,
            @HeaderParam("Sec-Fetch-Site") String site,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) String length,
            InputStream unverifiedFrame)
            throws IOException {
        Optional<LiveCheck<Versioned>> check =
                enrolmentId(clientId, tabId).map(id -> new EnrolmentFaceCheck(session, id));
        return new FrameCall(session, site, length, unverifiedFrame).answer(check, Problem.ENROLMENT_EXPIRED);
    }

    /**
     * The link on the sign-in page for who cannot sign in: the registration flow, with the wish. The query is the sign-in page's own and
     * goes on as it is; Keycloak checks it there.
     */
    @GET
    @Path(EnrolmentResourceFactory.RECOVER)
    public Response recover() {
        UriInfo here = session.getContext().getUri();
        URI flow = Urls.realmBase(here.getBaseUri())
                .path("{realm}/login-actions/registration")
                .replaceQuery(here.getRequestUri().getRawQuery())
                .queryParam(RecoveryWish.PARAMETER, "yes")
                .build(session.getContext().getRealm().getName());
        return Response.seeOther(flow)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Optional<String> enrolmentId(String clientId, String tabId) {
        return BrowserTab.find(session, clientId, tabId).flatMap(Journey::idOf);
    }

    /** @param state as {@code pages.md} names it */
    record ReaderStatus(String state, boolean crossDevice) {}
}
