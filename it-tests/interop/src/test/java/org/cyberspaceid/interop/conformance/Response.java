package org.cyberspaceid.interop.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.cyberspaceid.sandbox.citizen.PageView;
import org.jsoup.nodes.Element;

/**
 * An authorization response that reached the redirect URI, with what the suite checks of every one: how it came, {@code state},
 * {@code iss} (RFC 9207), nothing unexpected.
 */
final class Response {
    private static final Set<String> OF_AN_ERROR = Set.of("error", "error_description", "error_uri", "state", "iss");

    private final Request request;
    private final Map<String, String> parameters;

    private Response(Request request, Map<String, String> parameters) {
        this.request = request;
        this.parameters = parameters;
    }

    static Response at(PageView page, Request request) {
        Response response =
                new Response(request, request.isFormPost() ? posted(page, request) : inQuery(page, request));
        assertThat(response.parameters)
                .containsEntry("state", request.state())
                .containsEntry("iss", request.rp().provider().issuer());
        return response;
    }

    private static Map<String, String> inQuery(PageView page, Request request) {
        URI address = page.address();
        assertThat(address.toString().split("\\?", 2)[0])
                .as("back at the relying party; stands at " + page)
                .isEqualTo(request.rp().redirectUri().toString());
        assertThat(address.getRawFragment()).isNull();
        return Http.fields(address.getRawQuery());
    }

    /** OAuth 2.0 Form Post Response Mode, 2: a form that a browser posts by itself, and nothing in an address. */
    private static Map<String, String> posted(PageView page, Request request) {
        Element form = page.html().selectFirst("form");
        assertThat(form).as("a form; stands at " + page).isNotNull();
        assertThat(form.attr("method")).isEqualToIgnoringCase("post");
        assertThat(form.attr("action")).isEqualTo(request.rp().redirectUri().toString());
        assertThat(page.html().selectFirst("[onload], script"))
                .as("posts itself")
                .isNotNull();
        assertThat(Http.fields(page.address().getRawQuery())).doesNotContainKeys("code", "error");
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input[type=hidden]")
                .forEach(input -> assertThat(fields.put(input.attr("name"), input.attr("value")))
                        .isNull());
        return fields;
    }

    /** The code of a response that has one. */
    String code() {
        assertThat(parameters).doesNotContainKey("error").containsKey("code");
        return parameters.get("code");
    }

    /** OpenID Connect Core 1.0, 3.1.2.6. */
    void expectError(String error) {
        assertThat(parameters).containsEntry("error", error);
        assertThat(OF_AN_ERROR).containsAll(parameters.keySet());
        // RFC 6749, 4.1.2.1
        assertThat(parameters.getOrDefault("error_description", "")).matches("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]*");
    }

    /** The token response for its code. */
    Tokens tokens() {
        return Tokens.in(request.rp().redeem(code(), request.verifier()), request);
    }
}
