package org.cyberspaceid.flows;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What holds of every answer of ours to a browser: how cookies are set, and what a page may load, run, use and leave behind. */
final class PageRules implements Consumer<HttpResponse<String>> {
    private static final Pattern COOKIE = Pattern.compile("__Secure-[\\w-]+=.*");
    private static final List<String> POLICY =
            List.of("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'");
    private static final String OUR_PATH = ";path=/realms/cyberspace-id/";

    private final String authority;
    private final Set<String> templates = new TreeSet<>();
    private final Set<String> cookies = new TreeSet<>();
    private final List<String> broken = new ArrayList<>();
    private int pages;

    /** @param authority host and port of our pages */
    PageRules(String authority) {
        this.authority = authority;
    }

    /** The templates that were seen, without {@code .ftl}. */
    Set<String> templates() {
        return templates;
    }

    /** The names of the cookies that were set, without what partitions them. */
    Set<String> cookies() {
        return cookies;
    }

    int pages() {
        return pages;
    }

    /** What does not hold, and where. */
    List<String> broken() {
        return broken;
    }

    @Override
    public void accept(HttpResponse<String> answer) {
        if (!answer.uri().getAuthority().equals(authority)) {
            return;
        }
        answer.headers().allValues("Set-Cookie").forEach(cookie -> cookie(answer, cookie));
        if (header(answer, "Content-Type").startsWith("text/html")
                && !answer.body().isEmpty()) {
            page(answer);
        }
    }

    private void cookie(HttpResponse<String> answer, String cookie) {
        String flat =
                cookie.toLowerCase(java.util.Locale.ROOT).replace("; ", ";").replace("\"", "");
        cookies.add(cookie.replaceFirst("(_[\\w-]{11})?=.*", ""));
        require(answer, COOKIE.matcher(cookie).matches(), "cookie without prefix: " + cookie);
        require(answer, flat.contains(";secure"), "cookie without Secure: " + cookie);
        require(answer, flat.contains(";httponly"), "cookie for scripts: " + cookie);
        require(answer, flat.contains(";samesite="), "cookie without SameSite: " + cookie);
        require(answer, (flat + ";").contains(OUR_PATH + ";"), "cookie of another path: " + cookie);
        require(answer, !flat.contains(";domain="), "cookie of a domain: " + cookie);
    }

    private void page(HttpResponse<String> answer) {
        pages++;
        Document html = Jsoup.parse(answer.body());
        String policy = header(answer, "Content-Security-Policy");
        html.select("[data-page]")
                .forEach(body -> templates.add(body.attr("data-page").replaceFirst("\\.ftl$", "")));
        POLICY.forEach(rule -> require(answer, policy.contains(rule), "policy without " + rule + ": " + policy));
        require(answer, !policy.contains("unsafe-") && !policy.contains("*") && !policy.contains("http"), policy);
        require(answer, header(answer, "Cache-Control").contains("no-store"), "is stored");
        require(answer, header(answer, "Referrer-Policy").equals("no-referrer"), "tells where it was");
        require(answer, header(answer, "X-Frame-Options").equals("DENY"), "may be framed");
        require(answer, header(answer, "X-Content-Type-Options").equals("nosniff"), "may be sniffed");
        require(answer, !header(answer, "Strict-Transport-Security").isEmpty(), "no HSTS");
        senses(answer, html);
        html.getAllElements().forEach(element -> inline(answer, element, policy));
    }

    private void senses(HttpResponse<String> answer, Document html) {
        boolean camera = !html.select("[data-frames-url]").isEmpty();
        String senses = header(answer, "Permissions-Policy");
        require(answer, senses.contains(camera ? "camera=(self)" : "camera=()"), "camera: " + senses);
        require(answer, senses.contains("microphone=()") && senses.contains("geolocation=()"), "senses: " + senses);
    }

    private void inline(HttpResponse<String> answer, Element element, String policy) {
        boolean code = element.normalName().equals("script") && !element.hasAttr("src");
        boolean style =
                element.normalName().equals("style") && !policy.contains("'sha256-" + hash(element.data()) + "'");
        require(answer, !code && !style, "inline " + element.outerHtml());
        for (Attribute attribute : element.attributes()) {
            boolean runs =
                    attribute.getKey().startsWith("on") || attribute.getKey().equals("style");
            boolean address = attribute.getValue().strip().startsWith("javascript:");
            require(answer, !runs && !address, "inline attribute " + attribute);
        }
        boolean loads = element.normalName().equals("script")
                || element.normalName().equals("img")
                || (element.normalName().equals("link") && element.attr("rel").matches("icon|stylesheet"));
        String from = element.attr("src") + (loads ? element.attr("href") : "");
        require(answer, !loads || (from.startsWith("/") && !from.startsWith("//")) || from.isEmpty(), "loads " + from);
    }

    private void require(HttpResponse<String> answer, boolean holds, String what) {
        if (!holds) {
            broken.add(answer.request().method() + " " + answer.uri().getPath() + ": " + what);
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String hash(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
