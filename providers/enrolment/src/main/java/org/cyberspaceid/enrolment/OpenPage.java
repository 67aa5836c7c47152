package org.cyberspaceid.enrolment;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The static page behind the hand-off link. It loads nothing and runs nothing. */
final class OpenPage {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String SIMPLIFIED = load("zh-Hans");
    private static final String TRADITIONAL = load("zh-Hant");
    private static final String EN = load("en");

    private OpenPage() {}

    static Response in(Locale locale) {
        return Response.ok(text(locale), MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    static String text(Locale locale) {
        if ("en".equals(locale.getLanguage())) {
            return EN;
        }
        return "Hant".equals(locale.getScript()) ? TRADITIONAL : SIMPLIFIED;
    }

    private static String load(String language) {
        String name = "/org/cyberspaceid/enrolment/reader-open_" + language + ".html";
        try (InputStream page = OpenPage.class.getResourceAsStream(name)) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
