package org.cyberspaceid.interop.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cyberspaceid.sandbox.citizen.Browser;
import org.cyberspaceid.sandbox.citizen.PageView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The modules of the basic OP plan, for one response mode; {@code oidcc-codereuse-30seconds} is in {@link CodeReuseFlowTest}. The
 * table in {@code providers/docs/conformance.md} says what each answers to the suite itself.
 */
abstract class BasicOpModules {
    private final Suite suite = Suite.get();
    private final Provider provider = suite.provider();
    private final Rp rp = suite.rp();

    /** An authorization request of this plan, as the plan's other modules change it. */
    abstract Request requestTo(Rp client);

    private Request request() {
        return requestTo(rp);
    }

    @BeforeEach
    void signedIn() {
        suite.beSignedIn();
    }

    @Test
    @DisplayName("oidcc-server")
    void server() {
        suite.closeBrowser();

        Tokens tokens = suite.signIn(request()).tokens();

        assertUserinfo(tokens, rp.userinfo(tokens));
    }

    @Test
    @DisplayName("oidcc-response-type-missing")
    void responseTypeMissing() {
        Request request = request().without("response_type");

        suite.authorize(request).expectError("invalid_request");
    }

    @Test
    @DisplayName("oidcc-idtoken-signature")
    void idTokenSignature() {
        // Not applicable to a client that was registered beforehand. Tokens checks alg RS256, a kid of the JWKS, and
        // the signature.
        assertThat(provider.metadata().getIDTokenJWSAlgs())
                .extracting(Object::toString)
                .contains("RS256");

        suite.authorize(request()).tokens();
    }

    @Test
    @DisplayName("oidcc-idtoken-unsigned")
    void idTokenUnsigned() {
        // The suite skips where discovery does not offer "none".
        assertThat(provider.metadata().getIDTokenJWSAlgs())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("RS256", "ES256", "EdDSA");
    }

    @Test
    @DisplayName("oidcc-userinfo-get")
    void userinfoGet() {
        Tokens tokens = suite.authorize(request()).tokens();

        assertUserinfo(tokens, rp.userinfo(tokens));
    }

    @Test
    @DisplayName("oidcc-userinfo-post-header")
    void userinfoPostHeader() {
        Tokens tokens = suite.authorize(request()).tokens();

        assertUserinfo(
                tokens, Http.post(rp.userinfoEndpoint(), Map.of(), "Authorization", "Bearer " + tokens.accessToken()));
    }

    @Test
    @DisplayName("oidcc-userinfo-post-body")
    void userinfoPostBody() {
        Tokens tokens = suite.authorize(request()).tokens();

        assertUserinfo(tokens, Http.post(rp.userinfoEndpoint(), Map.of("access_token", tokens.accessToken())));
    }

    @Test
    @DisplayName("oidcc-ensure-request-without-nonce-succeeds-for-code-flow")
    void requestWithoutNonceSucceeds() {
        IDTokenClaimsSet claims =
                suite.authorize(request().without("nonce")).tokens().claims();
        assertThat(claims.getNonce()).isNull();
    }

    @Test
    @DisplayName("oidcc-scope-profile")
    void scopeProfile() {
        assertUnsupported("profile", "name", "birthdate", "gender", "preferred_username");
    }

    @Test
    @DisplayName("oidcc-scope-email")
    void scopeEmail() {
        assertUnsupported("email", "email", "email_verified");
    }

    @Test
    @DisplayName("oidcc-scope-address")
    void scopeAddress() {
        assertUnsupported("address", "address");
    }

    @Test
    @DisplayName("oidcc-scope-phone")
    void scopePhone() {
        assertUnsupported("phone", "phone_number");
    }

    @Test
    @DisplayName("oidcc-scope-all")
    void scopeAll() {
        assertUnsupported("profile email address phone", "name", "email", "address", "phone_number");
    }

    @Test
    @DisplayName("oidcc-ensure-other-scope-order-succeeds")
    void otherScopeOrderSucceeds() {
        // The suite's pair is "email openid", which it skips here.
        Tokens tokens = suite.authorize(request().with("scope", "identity_verified openid"))
                .tokens();

        assertThat(tokens.claims().getBooleanClaim("identity_verified")).isTrue();
    }

    @Test
    @DisplayName("oidcc-display-page")
    void displayPage() {
        suite.authorize(request().with("display", "page")).tokens();
    }

    @Test
    @DisplayName("oidcc-display-popup")
    void displayPopup() {
        suite.authorize(request().with("display", "popup")).tokens();
    }

    @Test
    @DisplayName("oidcc-prompt-login")
    void promptLogin() throws InterruptedException {
        Tokens first = suite.authorize(request().with("max_age", "15000")).tokens();
        Thread.sleep(1000);

        Tokens second = suite.signIn(request().with("prompt", "login").with("max_age", "15000"))
                .tokens();

        assertThat(second.subject()).isEqualTo(first.subject());
        assertThat(second.authTime()).isGreaterThan(first.authTime());
    }

    @Test
    @DisplayName("oidcc-prompt-none-not-logged-in")
    void promptNoneNotLoggedIn() {
        Request request = request().with("prompt", "none");
        Browser strange = new Browser("en").stopBefore(rp.redirectUri());

        Response.at(strange.get(request.uri()), request).expectError("login_required");
    }

    @Test
    @DisplayName("oidcc-prompt-none-logged-in")
    void promptNoneLoggedIn() {
        Tokens first = suite.authorize(request().with("max_age", "15000")).tokens();

        Tokens second = suite.authorize(request().with("prompt", "none").with("max_age", "15000"))
                .tokens();

        assertSameSignIn(first, second);
    }

    @Test
    @DisplayName("oidcc-max-age-1")
    void maxAge1() throws InterruptedException {
        Tokens first = suite.authorize(request().with("max_age", "15000")).tokens();
        Thread.sleep(2000);

        Tokens second = suite.signIn(request().with("max_age", "1")).tokens();

        assertThat(second.subject()).isEqualTo(first.subject());
        assertThat(second.authTime())
                .isGreaterThan(first.authTime())
                .isBetween(Instant.now().getEpochSecond() - 10, Instant.now().getEpochSecond());
    }

    @Test
    @DisplayName("oidcc-max-age-10000")
    void maxAge10000() {
        Tokens first = suite.authorize(request().with("max_age", "15000")).tokens();

        Tokens second = suite.authorize(request().with("max_age", "10000")).tokens();

        assertSameSignIn(first, second);
    }

    @Test
    @DisplayName("oidcc-ensure-request-with-unknown-parameter-succeeds")
    void unknownParameterSucceeds() {
        suite.authorize(request().with("extra", "foobar")).tokens();
    }

    @Test
    @DisplayName("oidcc-id-token-hint")
    void idTokenHint() {
        Tokens first = suite.authorize(request()).tokens();

        Tokens second = suite.authorize(request().with("prompt", "none").with("id_token_hint", first.idToken()))
                .tokens();

        assertThat(second.subject()).isEqualTo(first.subject());
    }

    @Test
    @DisplayName("oidcc-login-hint")
    void loginHint() {
        suite.closeBrowser();

        suite.signIn(request().with("login_hint", "buffy@localhost")).tokens();
    }

    @Test
    @DisplayName("oidcc-ui-locales")
    void uiLocales() {
        suite.closeBrowser();
        Request request = request().with("ui_locales", "se zh-Hant");

        PageView page = suite.open(request);

        assertThat(page.html().selectFirst("html").attr("lang")).isEqualTo("zh-Hant");
        suite.typeCredentials(request).tokens();
    }

    @Test
    @DisplayName("oidcc-claims-locales")
    void claimsLocales() {
        suite.authorize(request().with("claims_locales", "se")).tokens();
    }

    @Test
    @DisplayName("oidcc-ensure-request-with-acr-values-succeeds")
    void acrValuesSucceed() {
        List<String> supported =
                provider.metadata().getACRs().stream().map(Object::toString).toList();
        assertThat(supported).isNotEmpty();

        Tokens tokens = suite.authorize(request().with("acr_values", String.join(" ", supported)))
                .tokens();

        assertThat(tokens.claims().getACR().getValue()).isIn(supported);
    }

    @Test
    @DisplayName("oidcc-codereuse")
    void codeReuse() {
        String code = suite.authorize(request()).code();
        assertThat(rp.redeem(code, Optional.empty()).statusCode()).isEqualTo(200);

        Errors.expect(rp.redeem(code, Optional.empty()), 400, "invalid_grant");
    }

    @Test
    @DisplayName("oidcc-ensure-registered-redirect-uri")
    void registeredRedirectUri() {
        String unregistered = rp.redirectUri() + "/" + Rp.random();

        PageView page = suite.open(request().with("redirect_uri", unregistered));

        assertErrorPage(page);
    }

    @Test
    @DisplayName("oidcc-ensure-post-request-succeeds")
    void postRequestSucceeds() {
        // A form at another site: its browser sends no SameSite=Lax cookie along, so nobody is signed in.
        suite.closeBrowser();
        Request request = request();

        suite.post(request);

        suite.typeCredentials(request).tokens();
    }

    @Test
    @DisplayName("oidcc-server-client-secret-post")
    void serverClientSecretPost() {
        Request request = request();
        String code = suite.authorize(request).code();

        Tokens tokens = Tokens.in(rp.redeemWithSecretPost(code), request);

        assertUserinfo(tokens, rp.userinfo(tokens));
    }

    @Test
    @DisplayName("oidcc-request-uri-unsigned-supported-correctly-or-rejected-as-unsupported")
    void requestUriRejectedAsUnsupported() {
        assertThat(provider.metadata().supportsRequestURIParam()).isFalse();

        suite.authorize(request().with("request_uri", "https://suite.example/" + Rp.random()))
                .expectError("request_uri_not_supported");
    }

    @Test
    @DisplayName("oidcc-unsigned-request-object-supported-correctly-or-rejected-as-unsupported")
    void unsignedRequestObjectSupported() {
        assertThat(provider.metadata().supportsRequestParam()).isTrue();
        assertThat(provider.metadata().getRequestObjectJWSAlgs())
                .extracting(Object::toString)
                .contains("none");

        // state and nonce, which Response and Tokens compare, are in the object alone.
        suite.authorize(request().inUnsignedRequestObject(rp.redirectUri())).tokens();
    }

    @Test
    @DisplayName("oidcc-claims-essential")
    void claimsEssential() {
        assertThat(provider.metadata().supportsClaimsParam()).isTrue();

        Tokens tokens = suite.authorize(request().with("claims", "{\"userinfo\":{\"name\":{\"essential\":true}}}"))
                .tokens();

        // OpenID Connect Core 1.0, 5.5.1: a claim that the provider does not have is left out, without an error.
        JsonNode userinfo = Http.json(rp.userinfo(tokens));
        assertThat(userinfo.path("sub").asText()).isEqualTo(tokens.subject());
        assertThat(userinfo.has("name")).isFalse();
        assertThat(tokens.claims().getClaim("name")).isNull();
    }

    @Test
    @DisplayName("oidcc-ensure-request-object-with-redirect-uri")
    void redirectUriOfTheRequestObjectTakesPrecedence() {
        URI unregistered = URI.create(rp.redirectUri() + "/" + Rp.random());

        suite.authorize(request().inUnsignedRequestObject(unregistered)).tokens();
    }

    @Test
    @DisplayName("oidcc-refresh-token")
    void refreshToken() {
        assertThat(provider.metadata().getGrantTypes())
                .extracting(Object::toString)
                .contains("refresh_token");
        Request request = request().with("max_age", "15000");
        Tokens first = suite.authorize(request).tokens();

        Tokens refreshed = Tokens.in(rp.refresh(first.refreshToken()), rp, null);

        assertSameSignIn(first, refreshed);
        assertThat(refreshed.accessToken()).isNotEqualTo(first.accessToken());
        assertThat(refreshed.claims().getIssueTime())
                .isAfterOrEqualTo(first.claims().getIssueTime());
        assertUserinfo(refreshed, rp.userinfo(refreshed));
        Tokens ofTheSecond = suite.authorize(requestTo(suite.second())).tokens();
        Errors.expect(rp.refresh(ofTheSecond.refreshToken()), 400, "invalid_grant");
    }

    @Test
    @DisplayName("oidcc-ensure-request-with-valid-pkce-succeeds")
    void validPkceSucceeds() {
        suite.authorize(request().withPkce()).tokens();
    }

    /** OpenID Connect Core 1.0, 5.3.2. */
    private void assertUserinfo(Tokens tokens, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(Http.json(answer).path("sub").asText()).isEqualTo(tokens.subject());
    }

    /** The suite skips a module whose scopes discovery does not name; asked all the same, the provider refuses by the standard's word. */
    private void assertUnsupported(String scopes, String... claims) {
        assertThat(provider.metadata().getScopes().toStringList()).doesNotContain(scopes.split(" "));
        assertThat(provider.metadata().getClaims()).doesNotContain(claims);

        suite.authorize(request().with("scope", "openid " + scopes)).expectError("invalid_scope");
    }

    private static void assertSameSignIn(Tokens first, Tokens second) {
        assertThat(second.subject()).isEqualTo(first.subject());
        assertThat(second.authTime()).isEqualTo(first.authTime());
    }

    private void assertErrorPage(PageView page) {
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.is("error")).as("stands at " + page).isTrue();
        assertThat(page.address().getHost())
                .isEqualTo(URI.create(provider.issuer()).getHost());
        assertThat(page.html().html()).doesNotContain(rp.redirectUri().toString());
    }
}
