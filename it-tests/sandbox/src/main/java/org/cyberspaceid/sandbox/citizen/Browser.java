package org.cyberspaceid.sandbox.citizen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A browser without scripts: follows redirects, keeps cookies, posts forms. One citizen's, not shared. */
public final class Browser {
    private static final int MOST_REDIRECTS = 20;

    /** As browsers ask for a page: one that names JSON is answered with JSON by Keycloak, even where something went wrong. */
    private static final String PAGES = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private static final String ANYTHING = "text/html,application/json;q=0.9,*/*;q=0.8";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final CookieJar cookies = new CookieJar();
    private final Map<String, List<String>> setCookies = new HashMap<>();
    private final String language;
    private Optional<URI> stopBefore = Optional.empty();
    private Optional<String> address = Optional.empty();
    private Consumer<HttpResponse<String>> watcher = answer -> {};

    /** A browser that asks for this language, for example {@code zh-Hans}. */
    public Browser(String language) {
        this.language = language;
    }

    /**
     * Does not follow redirects to this address (any query): the page is then the redirect itself, and its address the whole target.
     * For tests that take the part of an ISP.
     */
    public Browser stopBefore(URI redirectUri) {
        stopBefore = Optional.of(redirectUri);
        return this;
    }

    /**
     * As if the browser were at this network address, before a server that believes its proxy's headers. A private one: from others
     * Keycloak wants TLS.
     */
    public Browser at(String networkAddress) {
        address = Optional.of(networkAddress);
        return this;
    }

    /** Has somebody see every answer as it comes, redirects too. */
    public Browser watch(Consumer<HttpResponse<String>> watcher) {
        this.watcher = watcher;
        return this;
    }

    /** Opens an address. */
    public PageView get(URI address) {
        return follow(address, builder(address, PAGES).GET().build());
    }

    /** Posts form fields. */
    public PageView post(URI address, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(f -> encode(f.getKey()) + "=" + encode(f.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest request = builder(address, PAGES)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin(address))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return follow(address, request);
    }

    /** Posts bytes as a page's script does; the answer's body, whatever its status. */
    public HttpResponse<String> postBytes(URI address, String type, byte[] body) {
        HttpRequest request = builder(address, ANYTHING)
                .header("Content-Type", type)
                .header("Origin", origin(address))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return send(request);
    }

    /** Fetches as a page's script does. */
    public HttpResponse<String> fetch(URI address) {
        return send(builder(address, ANYTHING).GET().build());
    }

    /**
     * Fetches JSON, whatever its status.
     *
     * @throws StrayedException when it is none
     */
    public JsonNode json(URI address) {
        HttpResponse<String> answer = fetch(address);
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException other) {
            throw new StrayedException(
                    "no JSON but status " + answer.statusCode() + " from " + address.getPath(), other);
        }
    }

    /** The {@code Cookie} header that a request to this address would carry. */
    public String cookiesFor(URI address) {
        return cookies.header(address);
    }

    /** Every {@code Set-Cookie} header that came from this host and port, for example {@code localhost:8443}, oldest first. */
    public List<String> setCookies(String authority) {
        return List.copyOf(setCookies.getOrDefault(authority, List.of()));
    }

    /** As if the browser had stayed open for so long: cookies whose time is over are gone. */
    public void letPass(Duration time) {
        cookies.letPass(time);
    }

    /** As if the person had cleared all site data, or moved to another device. */
    public void forgetEverything() {
        cookies.clear();
    }

    /** As if the person came back another day: only this cookie is left. */
    public void forgetEverythingBut(String cookie) {
        cookies.clearAllBut(cookie);
    }

    private PageView follow(URI address, HttpRequest first) {
        URI at = address;
        HttpResponse<String> answer = send(first);
        for (int i = 0; i < MOST_REDIRECTS && isRedirect(answer); i++) {
            at = at.resolve(answer.headers().firstValue("Location").orElseThrow());
            if (stopsAt(at)) {
                return new PageView(at, answer.statusCode(), "");
            }
            answer = send(builder(at, PAGES).GET().build());
        }
        return new PageView(at, answer.statusCode(), answer.body());
    }

    private boolean stopsAt(URI target) {
        return stopBefore
                .filter(s -> target.toString().split("[?#]", 2)[0].equals(s.toString()))
                .isPresent();
    }

    private static boolean isRedirect(HttpResponse<String> answer) {
        int status = answer.statusCode();
        return (status == 302 || status == 303 || status == 307 || status == 301)
                && answer.headers().firstValue("Location").isPresent();
    }

    private HttpRequest.Builder builder(URI address, String accept) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(withoutFragment(address))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", accept)
                .header("Accept-Language", language)
                .header("User-Agent", "virtual-citizen");
        this.address.ifPresent(from -> builder.header("X-Forwarded-For", from));
        String cookie = cookies.header(address);
        return cookie.isEmpty() ? builder : builder.header("Cookie", cookie);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            List<String> set = answer.headers().allValues("Set-Cookie");
            cookies.take(request.uri(), set);
            setCookies
                    .computeIfAbsent(request.uri().getAuthority(), host -> new ArrayList<>())
                    .addAll(set);
            watcher.accept(answer);
            return answer;
        } catch (IOException broken) {
            throw new StrayedException("no answer from " + request.uri().getHost() + ": " + broken, broken);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new StrayedException("interrupted", stop);
        }
    }

    private static URI withoutFragment(URI address) {
        return URI.create(address.toString().split("#", 2)[0]);
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
