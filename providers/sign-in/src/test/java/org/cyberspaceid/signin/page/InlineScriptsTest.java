package org.cyberspaceid.signin.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InlineScriptsTest {
    private static final String SCRIPTS = "/resources/1/login/cyberspace-id/js/";

    @Test
    void theNewAddressBecomesAnAttribute() {
        String page = "<html><head><title>x</title><SCRIPT> if (typeof history.replaceState === 'function') { "
                + " history.replaceState({}, \"some title\", \"https://id.example/a?b=c&d=e\"); }</SCRIPT></head><body>";

        assertThat(InlineScripts.outOf(page, () -> SCRIPTS))
                .isEqualTo("<html><head><title>x</title><meta name=\"address\""
                        + " content=\"https://id.example/a?b=c&amp;d=e\"></head><body>");
    }

    @Test
    void aFormThatSendsItselfIsSentByAFile() {
        String page = "<HTML>  <HEAD>    <TITLE>OIDC Form_Post Response</TITLE>  </HEAD>"
                + "  <BODY Onload=\"document.forms[0].submit()\">    <FORM METHOD=\"POST\">";

        assertThat(InlineScripts.outOf(page, () -> SCRIPTS))
                .doesNotContain("Onload")
                .contains("<SCRIPT TYPE=\"module\" SRC=\"" + SCRIPTS + "form-post.js\"></SCRIPT>  </HEAD>  <BODY>");
    }

    @Test
    void aPageWithoutIsAsItWas() {
        assertThat(InlineScripts.outOf("<html><head></head></html>", () -> SCRIPTS))
                .isEqualTo("<html><head></head></html>");
    }

    @Test
    void theCameraIsForThePageWithTheStage() {
        assertThat(Senses.of("<div class=\"face\" data-frames-url=\"/x\">")).startsWith("camera=(self), ");
        assertThat(Senses.of("data-frames-url=&quot;")).startsWith("camera=(), ");
        assertThat(Senses.of("")).contains("microphone=()", "geolocation=()");
    }
}
