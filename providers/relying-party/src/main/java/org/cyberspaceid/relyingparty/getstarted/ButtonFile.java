package org.cyberspaceid.relyingparty.getstarted;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.keycloak.models.KeycloakSession;

/**
 * A file of the sign-in button, at an address that stays. Keycloak serves the theme's files too, but below a folder whose name changes with
 * its version. Other sites may load it: CORS for {@code <script type="module">}, Cross-Origin-Resource-Policy for pages with COEP.
 *
 * @param type media type
 */
record ButtonFile(byte[] bytes, String type) {
    private static final String FOLDER = "isp/";
    private static final int HOUR = 3600;

    static ButtonFile in(KeycloakSession session, String name) {
        try (InputStream in = IspPage.theme(session).getResourceAsStream(FOLDER + name)) {
            return new ButtonFile(in.readAllBytes(), name.endsWith(".js") ? "text/javascript" : "text/css");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** For an {@code integrity} attribute (Subresource Integrity, 3.1). */
    String integrity() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-384").digest(bytes);
            return "sha384-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Response response(String unverifiedEtag) {
        String etag = '"' + integrity() + '"';
        Response.ResponseBuilder answer =
                etag.equals(unverifiedEtag) ? Response.notModified() : Response.ok(bytes, type + "; charset=utf-8");
        return answer.header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + HOUR)
                .header("Access-Control-Allow-Origin", "*")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .build();
    }
}
