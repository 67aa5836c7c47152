package org.cyberspaceid.core.networknumber;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cyberspaceid.core.mode.DeploymentMode;
import org.cyberspaceid.core.networknumber.SectorRule.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SectorRuleTest {
    private final SectorRule production = new SectorRule(DeploymentMode.PRODUCTION);
    private final SectorRule sandbox = new SectorRule(DeploymentMode.SANDBOX);

    @Test
    void isTheHostOfTheOnlyRedirectHost() {
        assertThat(production.decide(null, List.of("https://Shop.example/a", "https://shop.example:8443/b")))
                .isEqualTo(new Decision.Known(new Sector("shop.example")));
    }

    @Test
    void isTheHostOfTheSectorIdentifierFirst() {
        assertThat(production.decide("https://group.example/sector.json", List.of("https://a.example/", "app:/b")))
                .isEqualTo(new Decision.Known(new Sector("group.example")));
    }

    @Test
    void refusesSeveralHostsWithoutASectorIdentifier() {
        assertThat(production.decide("", List.of("https://a.example/", "https://b.example/")))
                .isEqualTo(new Decision.Refused("redirect URIs on several hosts need a sector_identifier_uri"));
    }

    @Test
    void refusesAKnownHostBesideAnAppScheme() {
        assertThat(production.decide(null, List.of("https://a.example/", "com.example.app:/back")))
                .isInstanceOf(Decision.Refused.class);
    }

    @Test
    void refusesAClientWithoutRedirectUri() {
        assertThat(production.decide(null, List.of())).isInstanceOf(Decision.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://a.example/", "com.example.app:/back", "/relative", "*", "https:///nohost", "not a uri"})
    void refusesWhatIsNoHttpsHostEverywhere(String redirectUri) {
        assertThat(production.decide(null, List.of(redirectUri))).isInstanceOf(Decision.Refused.class);
        assertThat(sandbox.decide(null, List.of(redirectUri))).isInstanceOf(Decision.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8090/*", "http://127.0.0.1:8091/login", "http://[::1]:1/"})
    void letsLoopbackThroughInTheSandboxOnly(String redirectUri) {
        assertThat(sandbox.decide(null, List.of(redirectUri))).isInstanceOf(Decision.Known.class);
        assertThat(production.decide(null, List.of(redirectUri))).isInstanceOf(Decision.Refused.class);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void takesABlankSectorIdentifierAsNone(String none) {
        assertThat(production.decide(none, List.of("https://a.example/")))
                .isEqualTo(new Decision.Known(new Sector("a.example")));
    }

    @Test
    void refusesASectorIdentifierThatIsNotHttps() {
        assertThat(production.decide("http://a.example/s.json", List.of("https://a.example/")))
                .isInstanceOf(Decision.Refused.class);
    }
}
