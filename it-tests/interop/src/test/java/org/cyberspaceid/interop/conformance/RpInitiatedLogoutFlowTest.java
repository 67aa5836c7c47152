package org.cyberspaceid.interop.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("oidcc-rp-initiated-logout-certification-test-plan")
class RpInitiatedLogoutFlowTest {
    private final Suite suite = Suite.get();
    private final Rp rp = suite.rp();
    private final LogoutRequest logout = new LogoutRequest(suite);
    private Tokens tokens;

    @BeforeEach
    void signedIn() {
        suite.beSignedIn();
        tokens = suite.authorize(new Request(rp)).tokens();
        logout.with("id_token_hint", tokens.idToken())
                .with("post_logout_redirect_uri", rp.afterLogout().toString())
                .with("state", Rp.random());
    }

    @Test
    @DisplayName("oidcc-rp-initiated-logout-discovery-endpoint-verification")
    void discoveryEndpointVerification() {
        assertThat(suite.provider().metadata().getEndSessionEndpointURI())
                .asString()
                .startsWith(suite.provider().issuer() + "/");
    }

    @Test
    @DisplayName("oidcc-rp-initiated-logout")
    void rpInitiatedLogout() {
        assertThat(logout.sendAndComeBack()).isEqualTo(Map.of("state", logout.state()));

        logout.expectSignedOut();
        expectDead(tokens);
    }

    /** Not of the page alone: the session itself is over. */
    private static void expectDead(Tokens ended) {
        Errors.expect(ended.rp().refresh(ended.refreshToken()), 400, "invalid_grant");
    }

    @Test
    @DisplayName("oidcc-rp-initiated-logout-bad-post-logout-redirect-uri")
    void badPostLogoutRedirectUri() {
        logout.with("post_logout_redirect_uri", rp.afterLogout() + "/" + Rp.random());

        logout.expectRefused(logout.send());
    }

    @Test
    @DisplayName("oidcc-rp-initiated-logout-modified-id-token-hint")
    void modifiedIdTokenHint() throws ParseException {
        JWTClaimsSet claims = JWTParser.parse(tokens.idToken()).getJWTClaimsSet();
        logout.with("id_token_hint", new PlainJWT(claims).serialize());

        logout.expectRefused(logout.send());
    }

    @Test
    @DisplayName("oidcc-rp-initiated-logout-no-id-token-hint")
    void noIdTokenHint() {
        logout.without("id_token_hint");

        logout.expectRefused(logout.send());
    }

    @Test
    @DisplayName("oidcc-rp-initiated-logout-no-params")
    void noParams() {
        logout.without("id_token_hint").without("post_logout_redirect_uri").without("state");

        Tokens atTheSecond = suite.authorize(new Request(suite.second())).tokens();

        logout.expectDoneEverywhereAfterConfirmation(logout.send());

        expectDead(tokens);
        expectDead(atTheSecond);
    }

    @Test
    @DisplayName("oidcc-rp-initiated-logout-no-post-logout-redirect-uri")
    void noPostLogoutRedirectUri() {
        logout.without("post_logout_redirect_uri");

        logout.expectDone(logout.send());
    }

    @Test
    @DisplayName("oidcc-rp-initiated-logout-no-state")
    void noState() {
        logout.without("state");

        assertThat(logout.sendAndComeBack()).isEmpty();
        logout.expectSignedOut();
    }

    @Test
    @DisplayName("oidcc-rp-initiated-logout-only-state")
    void onlyState() {
        logout.without("id_token_hint").without("post_logout_redirect_uri");

        Tokens atTheSecond = suite.authorize(new Request(suite.second())).tokens();

        logout.expectDoneEverywhereAfterConfirmation(logout.send());

        expectDead(tokens);
        expectDead(atTheSecond);
    }

    @Test
    @DisplayName("oidcc-rp-initiated-logout-query-added-to-post-logout-redirect-uri")
    void queryAddedToPostLogoutRedirectUri() {
        logout.with("post_logout_redirect_uri", rp.afterLogout() + "?foo=bar");

        logout.expectRefused(logout.send());
    }

    @Test
    @DisplayName("oidcc-rp-initiated-logout-bad-id-token-hint")
    void badIdTokenHint() throws JOSEException, ParseException {
        RSAKey own = new RSAKeyGenerator(2048).keyID("of-the-suite").generate();
        SignedJWT forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(own.getKeyID()).build(),
                JWTParser.parse(tokens.idToken()).getJWTClaimsSet());
        forged.sign(new RSASSASigner(own));
        logout.with("id_token_hint", forged.serialize());

        logout.expectRefused(logout.send());
    }
}
