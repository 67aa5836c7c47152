package org.cyberspaceid.enrolment;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.cyberspaceid.core.outcome.Problem;

/** JSON to a script or a reader. Written here, so that the server's own JSON settings change nothing in the contract. */
final class JsonAnswer {
    private JsonAnswer() {}

    private record Failure(String error) {}

    static Response ok(Record body) {
        return of(Response.Status.OK, body);
    }

    static Response error(Response.Status status, String code) {
        return of(status, new Failure(code));
    }

    static Response error(Problem problem) {
        return error(statusOf(problem), problem.code());
    }

    private static Response of(Response.Status status, Record body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(new String(SealedJson.write(body), StandardCharsets.UTF_8))
                .build();
    }

    private static Response.Status statusOf(Problem problem) {
        return switch (problem) {
            case READER_LINK_EXPIRED, READER_LINK_USED -> Response.Status.GONE;
            case READER_CODE_NOT_TYPED -> Response.Status.CONFLICT;
            case READER_KEY_MISMATCH -> Response.Status.FORBIDDEN;
            case READING_TOO_LARGE -> Response.Status.REQUEST_ENTITY_TOO_LARGE;
            case FACE_SERVICE_UNAVAILABLE, REGISTRY_UNAVAILABLE -> Response.Status.SERVICE_UNAVAILABLE;
            default -> Response.Status.BAD_REQUEST;
        };
    }
}
