package org.cyberspaceid.enrolment;

import jakarta.ws.rs.core.Response;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.liveface.JsonAnswer;

/** What a reader is told of a problem: its code, and the HTTP status that goes with it. */
final class ReaderRefusal {
    private ReaderRefusal() {}

    static Response of(Problem problem) {
        return JsonAnswer.error(statusOf(problem), problem.code());
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
