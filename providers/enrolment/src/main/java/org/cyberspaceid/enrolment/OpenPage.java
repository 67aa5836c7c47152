package org.cyberspaceid.enrolment;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The static page behind the hand-off link. It loads nothing and runs nothing. */
final class OpenPage {
    private static final Pattern STYLE = Pattern.compile("<style>(.*)</style>", Pattern.DOTALL);
    private static final String SIMPLIFIED = load("zh-Hans");
    private static final String TRADITIONAL = load("zh-Hant");
    private static final String EN = load("en");

    private OpenPage() {}

    static Response in(Locale locale) {
        String text = text(locale);
        return Response.ok(text, MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header("Content-Security-Policy", policy(text))
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** The page's own style, by its hash (Content Security Policy 3, 2.3.1), and nothing else. */
    static String policy(String text) {
        Matcher style = STYLE.matcher(text);
        if (!style.find()) {
            throw new IllegalStateException("the page has no style");
        }
        return "default-src 'none'; style-src 'sha256-" + hash(style.group(1))
                + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    private static String hash(String style) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
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
