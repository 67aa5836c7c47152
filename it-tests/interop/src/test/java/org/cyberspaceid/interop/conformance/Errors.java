package org.cyberspaceid.interop.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

/** Refusals of the token endpoint. */
final class Errors {
    private Errors() {}

    /** RFC 6749, 5.2. */
    static void expect(HttpResponse<String> answer, int status, String error) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(Http.json(answer).path("error").asText()).isEqualTo(error);
        assertThat(Http.json(answer).path("error_description").asText())
                .matches("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]*");
        assertThat(Http.json(answer).has("access_token")).isFalse();
    }
}
