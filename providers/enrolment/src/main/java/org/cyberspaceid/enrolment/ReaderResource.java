package org.cyberspaceid.enrolment;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.liveface.JsonAnswer;
import org.cyberspaceid.liveface.LimitedBody;
import org.keycloak.models.KeycloakSession;

/** What a reader calls. A reader is a native app or a service-hall machine: no cookie counts here, and no cross-origin sharing. */
public final class ReaderResource {
    private static final int CLAIM_BYTES = 4 * 1024;

    /** {@code documents.md}, ICAO 9303 evidence, 1. */
    private static final int SUBMISSION_BYTES = 512 * 1024;

    private final KeycloakSession session;

    ReaderResource(KeycloakSession session) {
        this.session = session;
    }

    /** Takes a hand-off, once, and binds the reader's key to it. */
    @POST
    @Path("claims")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response claim(@HeaderParam(HttpHeaders.CONTENT_LENGTH) String length, InputStream unverifiedBody)
            throws IOException {
        Optional<String> key = ReaderProof.keyThumbprint(session);
        if (key.isEmpty()) {
            return JsonAnswer.error(Response.Status.BAD_REQUEST, ReaderProof.INVALID);
        }
        Optional<String> handle =
                LimitedBody.read(unverifiedBody, length, CLAIM_BYTES).flatMap(bytes -> JsonField.text(bytes, "handle"));
        if (handle.isEmpty()) {
            return JsonAnswer.error(Response.Status.BAD_REQUEST, Problem.READING_MALFORMED.code());
        }
        return new ReaderClaims(session).claim(handle.get(), key.get());
    }

    /** Submits what was read. */
    @POST
    @Path("readings/{reading}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response submit(
            @PathParam("reading") String unverifiedReadingId,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) String length,
            InputStream unverifiedBody)
            throws IOException {
        Optional<String> key = ReaderProof.keyThumbprint(session);
        if (key.isEmpty()) {
            return JsonAnswer.error(Response.Status.BAD_REQUEST, ReaderProof.INVALID);
        }
        ReaderReadings readings = new ReaderReadings(session);
        Optional<Response> refused = readings.refuseBeforeBody(unverifiedReadingId, key.get());
        if (refused.isPresent()) {
            return refused.get();
        }
        Optional<byte[]> submission = LimitedBody.read(unverifiedBody, length, SUBMISSION_BYTES);
        return readings.submit(unverifiedReadingId, key.get(), submission);
    }

    /** For whoever follows the link without a reader: what to do. The handle is in the fragment and does not come here. */
    @GET
    @Path("open")
    @Produces(MediaType.TEXT_HTML)
    public Response open() {
        return OpenPage.in(session.getContext().resolveLocale(null));
    }
}
