package org.cyberspaceid.interop.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import java.time.Duration;
import java.util.Map;
import org.cyberspaceid.sandbox.Eventually;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("oidcc-backchannel-rp-initiated-logout-certification-test-plan")
class BackchannelLogoutFlowTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Suite suite = Suite.get();
    private final Provider provider = suite.provider();
    private final Rp rp = suite.rp();

    @Test
    @DisplayName("oidcc-backchannel-logout-discovery-endpoint-verification")
    void discoveryEndpointVerification() {
        assertThat(provider.metadata().getEndSessionEndpointURI()).asString().startsWith(provider.issuer() + "/");
        assertThat(provider.metadata().supportsBackChannelLogout()).isTrue();
        assertThat(provider.metadata().supportsBackChannelLogoutSession()).isTrue();
    }

    @Test
    @DisplayName("oidcc-backchannel-rp-initiated-logout")
    void backchannelRpInitiatedLogout() {
        suite.beSignedIn();
        Tokens tokens = suite.authorize(new Request(rp)).tokens();
        int before = rp.logoutRequests().size();
        LogoutRequest logout = new LogoutRequest(suite)
                .with("id_token_hint", tokens.idToken())
                .with("post_logout_redirect_uri", rp.afterLogout().toString())
                .with("state", Rp.random());

        assertThat(logout.sendAndComeBack()).isEqualTo(Map.of("state", logout.state()));

        Map<String, String> received = await(before);
        assertThat(received).containsOnlyKeys("logout_token");
        LogoutTokenClaimsSet claims = provider.verifiedLogout(received.get("logout_token"), rp.clientId());
        assertThat(claims.getSubject().getValue()).isEqualTo(tokens.subject());
        assertThat(claims.getSessionID().getValue())
                .isEqualTo(tokens.claims().getSessionID().getValue());
        logout.expectSignedOut();
    }

    private Map<String, String> await(int before) {
        Eventually.holds(PATIENCE, () -> assertThat(rp.logoutRequests()).hasSizeGreaterThan(before));
        assertThat(rp.logoutRequests()).as("one alone").hasSize(before + 1);
        return rp.logoutRequests().get(before);
    }
}
