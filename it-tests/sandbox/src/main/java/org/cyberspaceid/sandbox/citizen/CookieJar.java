package org.cyberspaceid.sandbox.citizen;

import java.net.HttpCookie;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A browser's cookies, by host and path, never by port. {@code Secure} cookies go to the loopback interface too, as in browsers,
 * which the JDK's own jar refuses.
 */
final class CookieJar {
    private record Key(String host, String path, String name) {}

    private record Kept(String value, Instant until) {}

    private final Map<Key, Kept> cookies = new LinkedHashMap<>();
    private Duration passed = Duration.ZERO;

    /** Takes the {@code Set-Cookie} headers of an answer. */
    synchronized void take(URI from, List<String> setCookies) {
        for (String header : setCookies) {
            HttpCookie cookie = HttpCookie.parse(header).get(0);
            String path = cookie.getPath() == null ? "/" : cookie.getPath();
            Key key = new Key(from.getHost(), path, cookie.getName());
            if (cookie.getMaxAge() == 0 || cookie.getValue().isEmpty()) {
                cookies.remove(key);
            } else {
                cookies.put(key, new Kept(cookie.getValue(), end(cookie)));
            }
        }
    }

    private Instant end(HttpCookie cookie) {
        return cookie.getMaxAge() < 0 ? Instant.MAX : now().plusSeconds(cookie.getMaxAge());
    }

    private Instant now() {
        return Instant.now().plus(passed);
    }

    /** The browser stays open for so long. */
    synchronized void letPass(Duration time) {
        passed = passed.plus(time);
    }

    /** The {@code Cookie} header for a request; empty when there is none to send. */
    synchronized String header(URI to) {
        return cookies.entrySet().stream()
                .filter(c -> c.getValue().until().isAfter(now()))
                .filter(c -> c.getKey().host().equals(to.getHost())
                        && covers(c.getKey().path(), to.getPath()))
                .map(c -> c.getKey().name() + "=" + c.getValue().value())
                .collect(Collectors.joining("; "));
    }

    synchronized void clear() {
        cookies.clear();
    }

    synchronized void clearAllBut(String name) {
        cookies.keySet().removeIf(key -> !key.name().equals(name));
    }

    /** RFC 6265, 5.1.4. */
    private static boolean covers(String cookiePath, String requestPath) {
        return requestPath.equals(cookiePath)
                || (requestPath.startsWith(cookiePath)
                        && (cookiePath.endsWith("/") || requestPath.charAt(cookiePath.length()) == '/'));
    }
}
