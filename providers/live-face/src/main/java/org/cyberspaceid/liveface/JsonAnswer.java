package org.cyberspaceid.liveface;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/** JSON to a script or a reader. Written here, so that the server's own JSON settings change nothing in the contract. */
public final class JsonAnswer {
    private JsonAnswer() {}

    private record Failure(String error) {}

    public static Response ok(Record body) {
        return of(Response.Status.OK, body);
    }

    public static Response error(Response.Status status, String code) {
        return of(status, new Failure(code));
    }

    private static Response of(Response.Status status, Record body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(new String(SealedJson.write(body), StandardCharsets.UTF_8))
                .build();
    }
}
