package org.cyberspaceid.flows;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.cyberspaceid.sandbox.citizen.Browser;
import org.cyberspaceid.sandbox.citizen.PageView;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** Many requests at the same time. */
final class AtOnce {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private AtOnce() {}

    /** Does all of it, each in a thread of its own that starts when all are there. */
    static <T> List<T> all(List<? extends Callable<T>> work) {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        CountDownLatch ready = new CountDownLatch(work.size());
        try {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> one : work) {
                running.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return one.call();
                }));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> one : running) {
                answers.add(one.get());
            }
            return answers;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } finally {
            threads.shutdownNow();
        }
    }

    /** A page's form as its browser would send it now, with these fields typed in; redirects are not followed. */
    static Callable<HttpResponse<String>> form(Browser browser, PageView page, Map<String, String> typed) {
        return post(action(page), browser, fields(page, typed));
    }

    /** The same once, and on to the page that it leads to. */
    static PageView submit(Browser browser, PageView page, Map<String, String> typed) {
        return browser.post(action(page), fields(page, typed));
    }

    /** Where a page's form goes. */
    static URI action(PageView page) {
        return URI.create(form(page).attr("abs:action"));
    }

    /** The page as the tab shows it when it is loaded again. */
    static URI again(PageView page) {
        return URI.create(page.address().toString().replaceAll("(session_code|execution)=[^&]*&?", ""));
    }

    static Map<String, String> fields(PageView page, Map<String, String> typed) {
        Map<String, String> fields = new LinkedHashMap<>();
        form(page).formData().forEach(field -> fields.put(field.key(), field.value()));
        Element primary = form(page).selectFirst("button[type=submit], input[type=submit]");
        if (primary != null && primary.hasAttr("name")) {
            fields.put(primary.attr("name"), primary.attr("value"));
        }
        fields.putAll(typed);
        return fields;
    }

    private static FormElement form(PageView page) {
        return (FormElement) page.html().selectFirst("main form[method=post], form[method=post]");
    }

    static Callable<HttpResponse<String>> post(URI address, Browser browser, Map<String, String> fields) {
        String own = address.getScheme() + "://" + address.getAuthority();
        HttpRequest request = request(address, own, browser.cookiesFor(address), fields);
        return () -> send(request);
    }

    /** Posts with these cookies and no others, from another site's page; redirects are not followed. */
    static HttpResponse<String> postWith(URI address, String cookies, Map<String, String> fields) {
        try {
            return send(request(address, "https://evil.example", cookies, fields));
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static HttpRequest request(URI address, String origin, String cookies, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(f -> encode(f.getKey()) + "=" + encode(f.getValue()))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(address)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin)
                .header("Cookie", cookies)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    /** Asks as a browser with these cookies and no others; redirects are not followed. */
    static HttpResponse<String> get(URI address, String cookies) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept", "text/html");
        try {
            return send((cookies.isEmpty() ? request : request.header("Cookie", cookies)).build());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** The authorization request that an ISP's button leads to. */
    static URI requestOf(URI button) {
        return URI.create(location(get(button, "")));
    }

    /** Where an answer leads; empty text for a page. */
    static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    /** Whether an answer takes an authorization code to an ISP. */
    static boolean hasCode(HttpResponse<?> answer) {
        return location(answer).matches(".*[?&#]code=.*");
    }

    /** The code of the problem that a page shows; empty text for none. */
    static String problem(HttpResponse<String> answer) {
        String page = answer.body();
        int at = page.indexOf("data-problem=\"");
        return at < 0 ? "" : page.substring(at + 14, page.indexOf('"', at + 14));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
