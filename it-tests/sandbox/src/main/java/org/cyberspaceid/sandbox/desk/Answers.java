package org.cyberspaceid.sandbox.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.util.Map;

/** JSON for programs, HTML for people. */
final class Answers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    /** Whether a person asks. */
    static boolean wantsPage(Context context) {
        String accept = context.header("Accept");
        return accept != null && accept.contains("text/html");
    }

    static void json(Context context, int status, Object body) {
        try {
            context.status(status).contentType("application/json").result(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static void page(Context context, int status, String html) {
        context.status(status).contentType("text/html; charset=utf-8").result(html);
    }

    /** A refusal with a stable code, as a page or as JSON. */
    static void refuse(Context context, int status, String code) {
        if (wantsPage(context)) {
            page(context, status, DeskPages.refused(code));
        } else {
            json(context, status, Map.of("error", code));
        }
    }

    static void secure(Context context) {
        context.header(
                        "Content-Security-Policy",
                        "default-src 'self'; img-src 'self' blob:; frame-ancestors 'none'; form-action 'self'")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store");
    }
}
