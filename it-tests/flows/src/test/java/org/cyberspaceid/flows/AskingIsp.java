package org.cyberspaceid.flows;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.cyberspaceid.sandbox.citizen.PageView;
import org.jsoup.nodes.Element;

/** The first demo ISP with authorization requests as a test words them, and what comes back. */
final class AskingIsp {
    private final IspBackEnd isp;

    AskingIsp(IspBackEnd isp) {
        this.isp = isp;
    }

    URI redirectUri() {
        return isp.redirectUri();
    }

    /** The ISP's usual request with these parameters instead of or beside its own: name, value, name, value … */
    URI request(String... parameters) {
        String usual = isp.signIn().toString();
        Map<String, String> query = parameters(URI.create(usual).getRawQuery());
        for (int i = 0; i < parameters.length; i += 2) {
            query.put(parameters[i], parameters[i + 1]);
        }
        String form = query.entrySet().stream()
                .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return URI.create(usual.substring(0, usual.indexOf('?') + 1) + form);
    }

    String issuer() {
        return isp.signIn().toString().split("/protocol/")[0];
    }

    JsonNode tokens(PageView redirect) {
        return isp.tokens(redirect.address());
    }

    JsonNode userinfo(JsonNode tokens) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer() + "/protocol/openid-connect/userinfo"))
                .header("Authorization", "Bearer " + tokens.path("access_token").asText())
                .build();
        try {
            return Answers.json(HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The authorization response: of a redirect its query, of {@code form_post} the fields of the page. */
    static Map<String, String> response(PageView page) {
        if (page.status() != 200) {
            return parameters(page.address().getRawQuery());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element input : page.html().select("form input[type=hidden]")) {
            fields.put(input.attr("name"), input.attr("value"));
        }
        return fields;
    }

    private static Map<String, String> parameters(String rawQuery) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : rawQuery.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
