package org.cyberspaceid.interop.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cyberspaceid.sandbox.citizen.PageView;

/** A request to the end-session endpoint (OpenID Connect RP-Initiated Logout 1.0, 2) of the first client, and what may come of it. */
final class LogoutRequest {
    private final Suite suite;
    private final Map<String, String> parameters = new LinkedHashMap<>();

    LogoutRequest(Suite suite) {
        this.suite = suite;
    }

    LogoutRequest with(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    LogoutRequest without(String name) {
        parameters.remove(name);
        return this;
    }

    String state() {
        return parameters.get("state");
    }

    PageView send() {
        suite.citizen().browser().stopBefore(suite.rp().afterLogout());
        URI endpoint = suite.provider().metadata().getEndSessionEndpointURI();
        return suite.citizen().open(URI.create(endpoint + "?" + Http.form(parameters)));
    }

    /** Straight back to the registered address: what that was told. */
    Map<String, String> sendAndComeBack() {
        URI address = send().address();
        assertThat(address.toString().split("\\?", 2)[0])
                .isEqualTo(suite.rp().afterLogout().toString());
        return Http.fields(address.getRawQuery());
    }

    /** An error page, no way back to the client by itself, and the session goes on. */
    void expectRefused(PageView page) {
        assertAtTheProvider(page);
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.is("error")).as("stands at " + page).isTrue();
        suite.authorize(silently(suite.rp())).tokens();
    }

    /** The page that says that the citizen is signed out, and so it is. */
    void expectDone(PageView page) {
        assertAtTheProvider(page);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.is("info")).as("stands at " + page).isTrue();
        expectSignedOut();
    }

    /**
     * The same after the question whether to sign out: without a hint it may be anybody's link. It names no client, so the browser is
     * signed out everywhere.
     */
    void expectDoneEverywhereAfterConfirmation(PageView page) {
        assertAtTheProvider(page);
        expectDone(suite.citizen().goOn("logout-confirm"));
        suite.authorize(silently(suite.second())).expectError("login_required");
    }

    /** OpenID Connect Core 1.0, 3.1.2.6. */
    void expectSignedOut() {
        suite.authorize(silently(suite.rp())).expectError("login_required");
    }

    private static Request silently(Rp rp) {
        return new Request(rp).with("prompt", "none");
    }

    private void assertAtTheProvider(PageView page) {
        assertThat(page.address().toString()).startsWith(suite.provider().issuer() + "/");
    }
}
